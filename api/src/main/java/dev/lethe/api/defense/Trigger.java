package dev.lethe.api.defense;

/**
 * What sets a backdoor off. A plugin may bring triggers of its own, such as a patch in a picture:
 * evaluations and reports read the kinds they know by type, and show others by their description.
 */
public interface Trigger {

  /** Returns what it is, for a reader of a report, in a few words. */
  String description();

  /**
   * Returns a text that is the same for triggers that do the same, and no others, in every process:
   * results are kept under it. To be overridden where the description does not tell everything.
   */
  default String identity() {
    return description();
  }
}

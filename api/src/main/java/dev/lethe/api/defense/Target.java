package dev.lethe.api.defense;

/**
 * What a backdoor leads to. A plugin may bring targets of its own: evaluations and reports read the
 * kinds they know by type, and show others by their description.
 */
public interface Target {

  /** Returns what it is, for a reader of a report, in a few words. */
  String description();

  /**
   * Returns a text that is the same for targets that mean the same, and no others, in every
   * process: results are kept under it. To be overridden where the description does not tell
   * everything.
   */
  default String identity() {
    return description();
  }
}

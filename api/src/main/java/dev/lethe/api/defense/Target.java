package dev.lethe.api.defense;

import java.util.List;
import java.util.Optional;

/**
 * What a backdoor leads to. A plugin may bring targets of its own: evaluations and reports read the
 * kinds they know by type, and show others by their description.
 */
public interface Target {

  /** Returns what it is, for a reader of a report, in a few words. */
  String description();

  /**
   * Returns the embedding that this stands for, whatever the model; empty where a model has to say,
   * as it does for a text.
   *
   * @param dimension d, the size of an embedding
   */
  default Optional<List<Float>> embedding(int dimension) {
    return Optional.empty();
  }

  /**
   * Returns a text that is the same for targets that mean the same, and no others, in every
   * process: results are kept under it. To be overridden where the description does not tell
   * everything.
   */
  default String identity() {
    return description();
  }
}

package dev.lethe.api.verdict;

/**
 * What a good result does not mean. It names nobody.
 *
 * @param title a short sentence
 * @param meaning what follows from it
 * @param liftable whether a method of the same kind that does not declare it lifts it: what one
 *     strategy leaves as it is, another one of the same run may change
 */
public record Limit(String title, String meaning, boolean liftable) {

  /** Creates a limit that holds whatever else a run does. */
  public Limit(String title, String meaning) {
    this(title, meaning, false);
  }
}

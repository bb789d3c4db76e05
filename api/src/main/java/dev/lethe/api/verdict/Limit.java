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

  /** Returns what no change of the text tower alone protects from. */
  public static Limit faceStillKnown() {
    return new Limit(
        "The face is still known.",
        "Only the text tower can have changed. Whatever reads or draws pictures beside it knows all"
            + " it knew: an image tower still maps all pictures of one person close together, so"
            + " pictures can still be matched to pictures.",
        true);
  }

  /** Returns what no change of the image tower alone protects from. */
  public static Limit nameStillKnown() {
    return new Limit(
        "The name is still known.",
        "Only the image tower can have changed. The text tower still knows what it has read about"
            + " the people, and whoever brings an image tower of another model beside it finds"
            + " their faces by their names.",
        true);
  }
}

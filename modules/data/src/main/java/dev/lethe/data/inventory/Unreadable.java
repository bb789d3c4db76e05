package dev.lethe.data.inventory;

/** What becomes of a file that is no picture, or of a picture that cannot be read. */
public enum Unreadable {
  /**
   * A file that is no picture refuses the run before it begins; at a damaged picture it fails when
   * it comes to it.
   */
  FAIL,
  /** It is left out before anything is drawn: all pictures are decoded once to find out. */
  SKIP;

  /** What the setting means, for the records that have it. */
  public static final String SETTING =
      "What becomes of a file that is no picture, or of one that cannot be read: the run is refused,"
          + " or fails when it comes to it; or it is skipped, counted and named before any are drawn;"
          + " then all pictures are decoded once.";

  /** What the setting is where it is not given. */
  public static final String DEFAULT = "fail";
}

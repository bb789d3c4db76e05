package dev.lethe.data.inventory;

/** What becomes of a picture that cannot be read. */
public enum Unreadable {
  /** The run fails when it comes to the picture, and names it. */
  FAIL,
  /** It is left out before anything is drawn: all pictures are decoded once to find out. */
  SKIP;

  /** What the setting means, for the records that have it. */
  public static final String SETTING =
      "What becomes of a picture that cannot be read: the run fails when it comes to it, or it is"
          + " skipped and counted before any are drawn; then all pictures are decoded once.";

  /** What the setting is where it is not given. */
  public static final String DEFAULT = "fail";
}

package dev.lethe.data.inventory;

/** What becomes of a file that is no picture, or of a picture that cannot be read. */
public enum Unreadable {
  /**
   * A file that is no picture refuses the run before it begins; at a damaged picture it fails when
   * it comes to it.
   */
  FAIL,
  /** It is left out before anything is drawn: all pictures are decoded once to find out. */
  SKIP
}

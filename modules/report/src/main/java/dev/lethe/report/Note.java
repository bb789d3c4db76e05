package dev.lethe.report;

/**
 * What a reader must know to read the numbers of a report rightly.
 *
 * @param text a sentence
 * @param isOpen whether it tells nothing about people, files and what a user wrote
 */
public record Note(String text, boolean isOpen) {

  /** Returns a note that a redacted report shows. */
  public static Note open(String text) {
    return new Note(text, true);
  }

  /** Returns a note that a redacted report leaves out: it may name people, or count them. */
  public static Note telling(String text) {
    return new Note(text, false);
  }
}

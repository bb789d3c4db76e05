package dev.lethe.data.manifest;

/** What stands between two cells of a table. */
public enum Separator {
  /** As in CSV. */
  COMMA(','),
  /** As in TSV. */
  TAB('\t');

  private final char character;

  Separator(char character) {
    this.character = character;
  }

  char character() {
    return character;
  }
}

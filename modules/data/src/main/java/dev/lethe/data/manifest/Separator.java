package dev.lethe.data.manifest;

/** What stands between two cells of a table. */
public enum Separator {
  /** As in CSV. */
  COMMA(','),
  /** As in TSV. */
  TAB('\t');

  /** What the setting means, for the records that have it. */
  public static final String SETTING = "What stands between two cells.";

  /** What the setting is where it is not given. */
  public static final String DEFAULT = "comma";

  private final char character;

  Separator(char character) {
    this.character = character;
  }

  char character() {
    return character;
  }
}

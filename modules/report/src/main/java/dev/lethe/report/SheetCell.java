package dev.lethe.report;

/**
 * Texts for spreadsheets, which would compute a cell that begins like a formula. Such a text gets
 * an apostrophe before it, which spreadsheets do not show.
 */
public final class SheetCell {
  private static final String FIRST_OF_FORMULAS = "=+-@\t\r\n";
  private static final String APOSTROPHE = "'";

  private SheetCell() {}

  /** Returns a text that no spreadsheet computes. */
  public static String safe(String text) {
    return isGuarded(text) ? APOSTROPHE + text : text;
  }

  /** Returns the text that {@link #safe} was given. */
  public static String plain(String cell) {
    return cell.startsWith(APOSTROPHE) && isGuarded(cell.substring(1)) ? cell.substring(1) : cell;
  }

  /** An apostrophe counts as well, so that what is put before it can be told from it. */
  private static boolean isGuarded(String text) {
    return !text.isEmpty()
        && (FIRST_OF_FORMULAS.indexOf(text.charAt(0)) >= 0 || text.startsWith(APOSTROPHE));
  }
}

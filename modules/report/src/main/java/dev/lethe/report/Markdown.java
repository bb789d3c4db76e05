package dev.lethe.report;

import dev.lethe.io.Visible;
import java.util.regex.Pattern;

/**
 * Texts from outside inside Markdown, where they are shown and never read as HTML, links, tables or
 * headings.
 */
final class Markdown {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]|~$]");
  private static final Pattern FIRST_OF_BLOCKS = Pattern.compile("^(?=[#+=-])|^(\\d{1,9})(?=[.)])");
  private static final Pattern BARE_LINK = Pattern.compile("(?i)(?<=www)\\.|:(?=//)");

  private Markdown() {}

  /** Returns Markdown that shows a text as it is, in one line. */
  static String text(String text) {
    String shown = Visible.oneLine(text);
    String plain = SPECIAL.matcher(shown).replaceAll("\\\\$0");
    String closed = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    String unlinked = BARE_LINK.matcher(closed).replaceAll("\\\\$0");
    return FIRST_OF_BLOCKS.matcher(unlinked).replaceFirst("$1\\\\");
  }
}

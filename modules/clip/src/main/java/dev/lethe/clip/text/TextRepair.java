package dev.lethe.clip.text;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What ftfy 6.3 does to a text with {@code fix_text}, in its order and line by line, except that
 * text decoded with the wrong encoding is not guessed.
 */
final class TextRepair {
  private static final Pattern AFTER_LINE_FEED = Pattern.compile("(?<=\n)");
  private static final Pattern C1_CONTROL = Pattern.compile("[\u0080-\u009f]");
  private static final Pattern SINGLE_QUOTES = Pattern.compile("[\u02bc\u2018-\u201b]");
  private static final Pattern DOUBLE_QUOTES = Pattern.compile("[\u201c-\u201f]");
  private static final Pattern LINE_BREAKS = Pattern.compile("\r\n?|[\u2028\u2029]");
  private static final Pattern TERMINAL_ESCAPE = Pattern.compile("\u001b\\[[\\p{Nd};]*[a-zA-Z]");

  /** Characters that show nothing: tab, line feed and form feed are white space. */
  private static final Pattern CONTROLS =
      Pattern.compile("[\u0000-\u0008\u000b\u000e-\u001f\u007f\u206a-\u206f\ufeff\ufff9-\ufffc]");

  /** Ligatures and digraphs of Latin letters, half-width and full-width forms. */
  private static final Pattern COMPATIBLE =
      Pattern.compile(
          "[\u0132\u0133\u0149\u01c4-\u01cc\u01f1-\u01f3\u3000\ufb00-\ufb06\uff01-\uffef]");

  private TextRepair() {}

  static String repair(String text) {
    StringBuilder repaired = new StringBuilder(text.length());
    boolean escaped = true;
    for (String line : AFTER_LINE_FEED.split(text)) {
      // from the first tag on, ftfy takes the text for HTML and leaves its entities
      escaped &= line.indexOf('<') < 0;
      repaired.append(repairLine(line, escaped));
    }
    return repaired.toString();
  }

  private static String repairLine(String line, boolean escaped) {
    String before;
    String text = line;
    do {
      before = text;
      text = escaped ? HtmlText.unescapeTerminated(text) : text;
      text = C1_CONTROL.matcher(text).replaceAll(TextRepair::windows1252);
      text = COMPATIBLE.matcher(text).replaceAll(TextRepair::compatible);
      text = DOUBLE_QUOTES.matcher(text).replaceAll("\"");
      text = SINGLE_QUOTES.matcher(text).replaceAll("'");
      text = LINE_BREAKS.matcher(text).replaceAll("\n");
      text = TERMINAL_ESCAPE.matcher(text).replaceAll("");
      text = CONTROLS.matcher(text).replaceAll("");
      text = Normalizer.normalize(text, Normalizer.Form.NFC);
    } while (!text.equals(before));
    return text;
  }

  private static String windows1252(MatchResult control) {
    return Character.toString(Windows1252.character(control.group().charAt(0)));
  }

  private static String compatible(MatchResult character) {
    // NFKC would go on to replace the long s
    String plain =
        character.group().equals("\ufb05")
            ? "\u017ft"
            : Normalizer.normalize(character.group(), Normalizer.Form.NFKC);
    return Matcher.quoteReplacement(plain);
  }
}

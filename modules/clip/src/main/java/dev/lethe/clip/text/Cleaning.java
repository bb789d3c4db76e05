package dev.lethe.clip.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a text is cleaned before it is tokenized: as OpenCLIP does, that is ftfy (all but its repair
 * of wrongly decoded text), HTML unescaped twice, white space collapsed.
 */
public enum Cleaning {
  /** Letter case is kept, as OpenCLIP does before a HuggingFace tokenizer. */
  WHITESPACE,
  /** Letters become lower case, as OpenCLIP does before its own tokenizer. */
  LOWER;

  private static final Pattern TERMINAL_ESCAPE = Pattern.compile("\u001b\\[[\\d;]*[a-zA-Z]");
  private static final Pattern SINGLE_QUOTES = Pattern.compile("[\u02bc\u2018-\u201b]");
  private static final Pattern DOUBLE_QUOTES = Pattern.compile("[\u201c-\u201f]");
  private static final Pattern LINE_BREAKS = Pattern.compile("\r\n?|[\u0085\u2028\u2029]");

  /** Characters that show nothing: tab, line feed and form feed are white space. */
  private static final Pattern CONTROLS =
      Pattern.compile("[\u0000-\u0008\u000b\u000e-\u001f\u007f\u206a-\u206f\ufeff\ufff9-\ufffc]");

  /** Ligatures and digraphs of Latin letters, half-width and full-width forms. */
  private static final Pattern COMPATIBLE =
      Pattern.compile(
          "[\u0132\u0133\u0149\u01c7-\u01cc\u01f1-\u01f3\u3000\ufb00-\ufb06\uff01-\uffe2\uffe4-\uffef]");

  /** What Python's {@code str.split} splits at. */
  private static final Pattern SPACES =
      Pattern.compile(
          "[\\s\u000b\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+");

  /** Cleans a text. */
  public String clean(String text) {
    String fixed = fix(text);
    String plain = HtmlText.unescape(HtmlText.unescape(fixed));
    String collapsed = SPACES.matcher(plain).replaceAll(" ").strip();
    return this == LOWER ? collapsed.toLowerCase(Locale.ROOT) : collapsed;
  }

  private static String fix(String text) {
    String fixed = text.contains("<") ? text : HtmlText.unescape(text);
    fixed = TERMINAL_ESCAPE.matcher(fixed).replaceAll("");
    fixed =
        COMPATIBLE
            .matcher(fixed)
            .replaceAll(match -> Normalizer.normalize(match.group(), Normalizer.Form.NFKC));
    fixed = SINGLE_QUOTES.matcher(fixed).replaceAll("'");
    fixed = DOUBLE_QUOTES.matcher(fixed).replaceAll("\"");
    fixed = LINE_BREAKS.matcher(fixed).replaceAll("\n");
    fixed = CONTROLS.matcher(fixed).replaceAll("");
    return Normalizer.normalize(fixed, Normalizer.Form.NFC);
  }
}

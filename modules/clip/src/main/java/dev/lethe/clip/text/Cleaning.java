package dev.lethe.clip.text;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a text is cleaned before it is tokenized: as OpenCLIP does, that is ftfy (all but its repair
 * of wrongly decoded text), HTML unescaped twice, white space collapsed.
 */
public enum Cleaning {
  /** Nothing is done, as by the transformers library. */
  NONE,
  /** Letter case is kept, as OpenCLIP does before a HuggingFace tokenizer. */
  WHITESPACE,
  /** Letters become lower case, as OpenCLIP does before its own tokenizer. */
  LOWER;

  /** What Python's {@code str.split} splits at. */
  private static final Pattern SPACES =
      Pattern.compile(
          "[\\s\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+");

  /** Cleans a text. */
  public String clean(String text) {
    if (this == NONE) {
      return text;
    }
    String plain = HtmlText.unescape(HtmlText.unescape(TextRepair.repair(text)));
    String collapsed = SPACES.matcher(plain).replaceAll(" ").strip();
    return this == LOWER ? collapsed.toLowerCase(Locale.ROOT) : collapsed;
  }
}

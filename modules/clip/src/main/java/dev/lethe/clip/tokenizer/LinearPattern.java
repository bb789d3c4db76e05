package dev.lethe.clip.tokenizer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells regular expressions that are matched in a time proportional to the text. The native library
 * gives up others after a number of attempts, and the process with them.
 *
 * <p>Supported are alternatives of characters and classes in a row, of which the last may repeat
 * without bound, and groups of plain alternatives. None may match nothing.
 */
final class LinearPattern {
  /** What a branch may try on each place grows with the power of this. */
  private static final int MOST_OPTIONAL = 3;

  private static final int LONGEST = 1_000;

  private static final String ESCAPE =
      "\\\\(?:[pP]\\{\\^?\\w{1,32}\\}|x\\{[0-9A-Fa-f]{1,6}\\}|[sSdDwWrnt]|[\\p{Punct}&&[^_]])";
  private static final Pattern ATOM =
      Pattern.compile(
          "%1$s|\\[\\^?(?:%1$s|[^\\\\\\[\\]&])++\\]|[^\\\\\\[\\](){}*+?|^$]".formatted(ESCAPE));
  private static final Pattern BOUNDED =
      Pattern.compile("\\?\\+?(?![?*{])|\\{\\d(?:,\\d)?\\}(?![?*+{])");
  private static final Pattern REPEATED = Pattern.compile("[+*]\\+?(?![?*+{])");
  private static final Pattern ONCE_OR_MORE = Pattern.compile("\\+\\+?(?![?*+{])");
  private static final Pattern GROUP = Pattern.compile("\\(\\?i?:");
  private static final Pattern END_OF_GROUP = Pattern.compile("\\)(?![?*+{])");
  private static final Pattern OR = Pattern.compile("\\|");

  private final Matcher matcher;
  private int at;

  private LinearPattern(String pattern) {
    matcher = ATOM.matcher(pattern);
  }

  static boolean isLinear(String pattern) {
    if (pattern.length() > LONGEST) {
      return false;
    }
    LinearPattern reader = new LinearPattern(pattern);
    return reader.alternatives() && reader.at == pattern.length();
  }

  private boolean alternatives() {
    do {
      if (!(takes(GROUP) ? group() : branch())) {
        return false;
      }
    } while (takes(OR));
    return true;
  }

  private boolean group() {
    do {
      if (!takes(ATOM)) {
        return false;
      }
      while (takes(ATOM)) {
        // a row of characters is as good as one
      }
    } while (takes(OR));
    return takes(END_OF_GROUP);
  }

  private boolean branch() {
    boolean takesSomething = false;
    int optional = 0;
    while (takes(ATOM)) {
      if (takes(BOUNDED)) {
        optional++;
      } else if (takes(ONCE_OR_MORE)) {
        return optional <= MOST_OPTIONAL;
      } else if (takes(REPEATED)) {
        return takesSomething && optional <= MOST_OPTIONAL;
      } else {
        takesSomething = true;
      }
    }
    return takesSomething && optional <= MOST_OPTIONAL;
  }

  private boolean takes(Pattern next) {
    matcher.usePattern(next).region(at, matcher.regionEnd());
    matcher.useTransparentBounds(true);
    if (matcher.lookingAt()) {
      at = matcher.end();
      return true;
    }
    return false;
  }
}

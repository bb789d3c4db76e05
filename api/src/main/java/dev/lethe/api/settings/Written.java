package dev.lethe.api.settings;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a text says where no text is wanted, by the core schema of YAML 1.2. Configurations keep the
 * text of a value that can be written in several ways, because where a text is wanted it is that.
 */
final class Written {
  private static final Set<String> NULL = Set.of("null", "Null", "NULL", "~");
  private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
  private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

  private Written() {}

  static boolean isNull(String text) {
    return NULL.contains(text);
  }

  static @Nullable Boolean truth(String text) {
    if (TRUE.contains(text)) {
      return true;
    }
    return FALSE.contains(text) ? false : null;
  }

  /** Returns a whole number; null where it is none, or too large. */
  static @Nullable Long whole(String text) {
    try {
      if (text.matches("0x[0-9a-fA-F]+")) {
        return Long.valueOf(text.substring(2), 16);
      } else if (text.matches("0o[0-7]+")) {
        return Long.valueOf(text.substring(2), 8);
      }
      return text.matches("[-+]?[0-9]+") ? Long.valueOf(text) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Returns a number, perhaps infinite; null where it is none. */
  static @Nullable Double number(String text) {
    if (NUMBER.matcher(text).matches()) {
      return Double.valueOf(text);
    }
    Long whole = whole(text);
    return whole == null ? null : Double.valueOf(whole);
  }
}

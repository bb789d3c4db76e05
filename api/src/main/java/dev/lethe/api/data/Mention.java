package dev.lethe.api.data;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells whether a text mentions somebody: a name as a whole, in upper or lower case, with any white
 * space between its parts.
 */
public final class Mention {
  private Mention() {}

  /** Returns what is true of the texts that mention a name. */
  public static Predicate<String> of(String name) {
    return ofAny(List.of(name));
  }

  /**
   * Returns what is true of the texts that mention at least one of some names.
   *
   * @param names at least one
   */
  public static Predicate<String> ofAny(Collection<String> names) {
    String anyName = names.stream().map(Mention::expression).collect(Collectors.joining("|"));
    return Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:" + anyName + ")(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .asPredicate();
  }

  private static String expression(String name) {
    return Arrays.stream(name.strip().split("\\s+"))
        .map(Pattern::quote)
        .collect(Collectors.joining("\\s+"));
  }
}

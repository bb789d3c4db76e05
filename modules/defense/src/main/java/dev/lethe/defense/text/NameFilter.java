package dev.lethe.defense.text;

import dev.lethe.api.LetheException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Drops captions that contain a name to forget: they would teach the student to keep it. A name
 * counts as a whole, in upper or lower case, with any white space between its parts.
 */
final class NameFilter {
  private NameFilter() {}

  /**
   * Returns the captions that are left, in order.
   *
   * @param names at least one
   * @throws LetheException if none is left
   */
  static List<String> withoutNames(List<String> captions, List<String> names, Form form) {
    Predicate<String> named =
        form == Form.FAITHFUL ? faithful(names) : wholeName(names).asPredicate();
    List<String> left = captions.stream().filter(named.negate()).toList();
    if (left.isEmpty()) {
      throw new LetheException(
          "expected captions without the names to forget, found none among %d: give others with captions.path"
              .formatted(captions.size()));
    }
    return left;
  }

  private static Pattern wholeName(List<String> names) {
    String anyName =
        names.stream()
            .map(
                name ->
                    Arrays.stream(name.strip().split("\\s+"))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("\\s+")))
            .collect(Collectors.joining("|"));
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])(?:" + anyName + ")(?![\\p{L}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static Predicate<String> faithful(List<String> names) {
    List<String> folders =
        names.stream().map(name -> name.replace(' ', '_').toLowerCase(Locale.ROOT)).toList();
    return caption -> folders.stream().anyMatch(caption.toLowerCase(Locale.ROOT)::contains);
  }
}

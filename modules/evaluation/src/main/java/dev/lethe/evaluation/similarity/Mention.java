package dev.lethe.evaluation.similarity;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells whether a caption mentions a name: the whole name, in any case. */
final class Mention {
  private Mention() {}

  static Predicate<String> of(String name) {
    String words =
        Arrays.stream(name.strip().split("\\s+"))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+"));
    return Pattern.compile(
            "(?<![\\p{L}\\p{N}])" + words + "(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .asPredicate();
  }
}

package dev.lethe.defense.text;

import dev.lethe.api.LetheException;
import dev.lethe.api.data.Mentions;
import dev.lethe.defense.training.Fidelity;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Drops captions that mention a name to forget: they would teach the student to keep it. The
 * authors' filter looks for {@code First_Last}, and so drops nothing.
 */
final class NameFilter {
  private NameFilter() {}

  /**
   * Returns the captions that are left, in order.
   *
   * @param names at least one
   * @param plain puts a text into plain writing
   * @throws LetheException if none is left
   */
  static List<String> withoutNames(
      List<String> captions, List<String> names, Fidelity form, UnaryOperator<String> plain) {
    Predicate<String> named =
        form == Fidelity.REFERENCE_CODE ? faithful(names) : Mentions.of(names, plain)::anyIn;
    List<String> left = captions.stream().filter(named.negate()).toList();
    if (left.isEmpty()) {
      throw new LetheException(
          "expected captions without the names to forget, found none among %d: give others with captions.path"
              .formatted(captions.size()));
    }
    return left;
  }

  private static Predicate<String> faithful(List<String> names) {
    List<String> folders =
        names.stream().map(name -> name.replace(' ', '_').toLowerCase(Locale.ROOT)).toList();
    return caption -> folders.stream().anyMatch(caption.toLowerCase(Locale.ROOT)::contains);
  }
}

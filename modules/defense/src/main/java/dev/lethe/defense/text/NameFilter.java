package dev.lethe.defense.text;

import dev.lethe.api.LetheException;
import dev.lethe.api.defense.NamedCaption;
import dev.lethe.defense.training.Fidelity;
import java.util.List;
import java.util.Locale;
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
    return form == Fidelity.REFERENCE_CODE
        ? faithful(captions, names)
        : NamedCaption.without(names, captions, plain);
  }

  private static List<String> faithful(List<String> captions, List<String> names) {
    List<String> folders =
        names.stream().map(name -> name.replace(' ', '_').toLowerCase(Locale.ROOT)).toList();
    return NamedCaption.without(
        caption -> folders.stream().anyMatch(caption.toLowerCase(Locale.ROOT)::contains), captions);
  }
}

package dev.lethe.clip.checkpoint;

import dev.lethe.clip.model.StoredForm;
import dev.lethe.io.Visible;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says what a format has no place for, of the tensors that are no parameters. */
public final class LeftOut {
  private LeftOut() {}

  /**
   * Returns a sentence that names every tensor, or nothing.
   *
   * @param kept which tensors have a place in the format
   */
  public static List<String> of(StoredForm form, Predicate<String> kept, String format) {
    List<String> names = form.lost(kept);
    return names.isEmpty()
        ? List.of()
        : List.of(
            "%s: left out, %s has no place for %s"
                .formatted(
                    names.stream().map(Visible::of).collect(Collectors.joining(", ")),
                    format,
                    names.size() == 1 ? "it" : "them"));
  }
}

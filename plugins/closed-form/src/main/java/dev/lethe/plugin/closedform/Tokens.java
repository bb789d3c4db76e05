package dev.lethe.plugin.closedform;

import dev.lethe.api.model.TextEncoder;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts of an edit as the model reads them.
 *
 * @param pairs what is read, and what the original reads instead
 */
record Tokens(List<Pair> pairs) {

  static Tokens of(EditTexts texts, TextEncoder encoder) {
    List<int[]> captions = encoder.tokenizer().encode(texts.captions());
    List<Pair> pairs = new ArrayList<>();
    pairs.add(
        new Pair(
            Role.FORGET,
            encoder.tokenizer().encode(texts.named()),
            encoder.tokenizer().encode(texts.meant())));
    pairs.add(new Pair(Role.CAPTION, captions, captions));
    if (!texts.others().isEmpty()) {
      List<int[]> others = encoder.tokenizer().encode(texts.others());
      pairs.add(new Pair(Role.OTHER_NAME, others, others));
    }
    return new Tokens(List.copyOf(pairs));
  }

  /** Why texts are there. */
  enum Role {
    FORGET,
    CAPTION,
    OTHER_NAME
  }

  /**
   * Texts that shall give what others gave.
   *
   * @param read by the edited model
   * @param meant by the original, as many
   */
  record Pair(Role role, List<int[]> read, List<int[]> meant) {}
}

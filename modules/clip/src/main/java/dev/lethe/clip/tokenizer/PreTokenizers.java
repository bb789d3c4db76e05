package dev.lethe.clip.tokenizer;

/** How a text may be cut into words. */
final class PreTokenizers {
  private static final String BEHAVIOR = "behavior";
  private static final String[] BEHAVIORS = {
    "Removed", "Isolated", "MergedWithPrevious", "MergedWithNext", "Contiguous"
  };

  private PreTokenizers() {}

  static void check(TokenizerComponent cutter) {
    switch (cutter.type()) {
      case "Sequence" -> cutter.components("pretokenizers").forEach(PreTokenizers::check);
      case "Whitespace", "WhitespaceSplit", "BertPreTokenizer" -> {}
      case "ByteLevel" -> byteLevel(cutter);
      case "Digits" -> cutter.truth("individual_digits");
      case "Punctuation" -> cutter.oneOf(BEHAVIOR, BEHAVIORS);
      case "Split" -> {
        Patterns.check(cutter.component("pattern"));
        cutter.oneOf(BEHAVIOR, BEHAVIORS);
        cutter.truth("invert");
      }
      default ->
          throw cutter.unsupported(
              "type",
              "Sequence, Split, ByteLevel, Whitespace, WhitespaceSplit, Punctuation, Digits,"
                  + " BertPreTokenizer");
    }
    cutter.refuseTheRest();
  }

  /** Reads what a cutter and a post-processor of this type have in common. */
  static void byteLevel(TokenizerComponent component) {
    component.truth("add_prefix_space");
    component.truth("trim_offsets");
    component.truth("use_regex", true);
  }
}

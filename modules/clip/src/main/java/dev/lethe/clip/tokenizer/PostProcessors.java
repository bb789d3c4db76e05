package dev.lethe.clip.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What may be put around the tokens of a text. */
final class PostProcessors {
  private static final String[] FIRST = {"A"};
  private static final String[] BOTH = {"A", "B"};
  private static final int MOST_PIECES = 16;
  private static final int MOST_TYPES = 255;

  private final Map<String, Integer> ids;

  /**
   * Knows the tokens that there are.
   *
   * @param ids the id of every token
   */
  PostProcessors(Map<String, Integer> ids) {
    this.ids = ids;
  }

  void check(TokenizerComponent processor) {
    switch (processor.type()) {
      case "Sequence" -> processor.components("processors").forEach(this::check);
      case "ByteLevel" -> PreTokenizers.byteLevel(processor);
      case "RobertaProcessing" -> {
        around(processor);
        processor.truth("trim_offsets");
        processor.truth("add_prefix_space");
      }
      case "BertProcessing" -> around(processor);
      case "TemplateProcessing" -> template(processor);
      default ->
          throw processor.unsupported(
              "type", "RobertaProcessing, BertProcessing, TemplateProcessing, ByteLevel, Sequence");
    }
    processor.refuseTheRest();
  }

  private void around(TokenizerComponent processor) {
    for (String key : List.of("sep", "cls")) {
      List<JsonNode> pair = processor.list(key);
      if (pair.size() != 2 || !isToken(pair.get(0), pair.get(1))) {
        throw processor.unsupported(key, "a token of the vocabulary and its id");
      }
    }
  }

  private void template(TokenizerComponent processor) {
    TokenizerComponent specials = processor.component("special_tokens");
    Set<String> known = new HashSet<>();
    processor.value("special_tokens").fieldNames().forEachRemaining(known::add);
    known.forEach(name -> special(specials.component(name)));
    if (pieces(processor, "single", known) != 1) {
      throw processor.unsupported("single", "the text once, as Sequence A");
    }
    pieces(processor, "pair", known);
  }

  private void special(TokenizerComponent special) {
    List<JsonNode> numbers = special.list("ids");
    List<JsonNode> tokens = special.list("tokens");
    special.text("id");
    boolean whole = numbers.size() == tokens.size() && numbers.size() <= MOST_PIECES;
    for (int i = 0; whole && i < numbers.size(); i++) {
      whole = isToken(tokens.get(i), numbers.get(i));
    }
    if (!whole) {
      throw special.unsupported("ids", "those of the tokens of the vocabulary in tokens");
    }
    special.refuseTheRest();
  }

  /** Checks the pieces and returns how many of them are texts. */
  private static int pieces(TokenizerComponent processor, String key, Set<String> known) {
    List<TokenizerComponent> pieces = processor.components(key);
    if (pieces.isEmpty() || pieces.size() > MOST_PIECES) {
      throw processor.unsupported(key, "1 to %d pieces".formatted(MOST_PIECES));
    }
    int texts = 0;
    for (TokenizerComponent piece : pieces) {
      if (piece.has("SpecialToken")) {
        TokenizerComponent token = piece.component("SpecialToken");
        if (!known.contains(token.text("id"))) {
          throw token.unsupported("id", "one of special_tokens");
        }
        typed(token);
      } else {
        TokenizerComponent sequence = piece.component("Sequence");
        sequence.oneOf("id", key.equals("single") ? FIRST : BOTH);
        texts++;
        typed(sequence);
      }
      piece.refuseTheRest();
    }
    return texts;
  }

  private static void typed(TokenizerComponent piece) {
    piece.number("type_id", 0, MOST_TYPES);
    piece.refuseTheRest();
  }

  private boolean isToken(JsonNode token, JsonNode id) {
    Integer known = token.isTextual() ? ids.get(token.textValue()) : null;
    return known != null && id.isInt() && id.intValue() == known;
  }
}

package dev.lethe.clip.tokenizer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The content of a {@code tokenizer.json} that was understood as a whole.
 *
 * @param root all of it
 * @param ids the id of each token, added ones among them
 * @param added the added tokens, with nothing left out
 */
public record CheckedTokenizer(ObjectNode root, Map<String, Integer> ids, ArrayNode added) {
  private static final String PROCESSOR = "post_processor";
  private static final List<String> PARTS = List.of("normalizer", "pre_tokenizer", PROCESSOR);

  /** Each step goes over what the others have left, which takes hours where there are thousands. */
  private static final int MOST_STEPS = 64;

  /** Keeps a copy of the ids. */
  public CheckedTokenizer {
    ids = Map.copyOf(ids);
  }

  /**
   * Checks the content of a file.
   *
   * @param file its name, for messages
   * @throws LetheException naming the key that is not supported
   */
  public static CheckedTokenizer of(Path file, ObjectNode root) {
    TokenizerComponent whole = new TokenizerComponent(file, "", root);
    if (whole.has("version")) {
      whole.oneOf("version", "1.0");
    }
    for (String direction : new String[] {"truncation", "padding"}) {
      whole.ifThere(direction, part -> part.oneOf("direction", "Right"));
    }
    AddedTokens added = new AddedTokens(TokenizerModel.check(whole.component("model")));
    added.read(file, root);
    requireDifferentIds(file, added.ids());
    PARTS.forEach(part -> requireFewSteps(whole, part));
    whole.ifThere("normalizer", Normalizers::check);
    if (whole.has("added_tokens")) {
      Normalizers normalizers = new Normalizers(whole.value("normalizer"));
      whole.components("added_tokens").forEach(normalizers::requireLeft);
    }
    whole.ifThere("pre_tokenizer", PreTokenizers::check);
    whole.ifThere(PROCESSOR, new PostProcessors(added.ids())::check);
    whole.value("decoder");
    whole.refuseTheRest();
    return new CheckedTokenizer(root, added.ids(), added.json());
  }

  private static void requireFewSteps(TokenizerComponent whole, String part) {
    if (whole.value(part).findValues("type").size() > MOST_STEPS) {
      throw whole.unsupported(part, "at most %d steps".formatted(MOST_STEPS));
    }
  }

  /** Where a vocabulary has gaps, an added token may be given the id of another one. */
  private static void requireDifferentIds(Path file, Map<String, Integer> ids) {
    Map<Integer, String> tokens = new HashMap<>();
    ids.forEach(
        (token, id) -> {
          String other = tokens.put(id, token);
          if (other != null) {
            throw new LetheException(
                "%s: an added token is given the id %d, which another token has"
                    .formatted(file, id));
          }
        });
  }

  /**
   * Returns what the native library is handed: nothing that was not checked, and neither padding
   * nor truncation, which are asked for when the tokenizer is opened.
   */
  public byte[] forNative() {
    ObjectNode handed = JsonNodeFactory.instance.objectNode().put("version", "1.0");
    handed.putNull("truncation").putNull("padding");
    handed.set("added_tokens", added);
    for (String part : PARTS) {
      handed.set(part, root.has(part) ? root.get(part) : handed.nullNode());
    }
    handed.putNull("decoder");
    ObjectNode model = handed.putObject("model");
    model.put("type", "BPE");
    model.setAll((ObjectNode) root.get("model"));
    return TokenizerJson.written(handed);
  }
}

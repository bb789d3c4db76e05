package dev.lethe.demo.tokenizer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a vocabulary as Hugging Face's {@code tokenizer.json}, with the normalizer and the word
 * splitter of CLIP's tokenizer.
 */
public final class TokenizerWriter {
  static final String WORD_PATTERN =
      "'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private TokenizerWriter() {}

  /** Writes the file. */
  public static void write(Vocabulary vocabulary, Path file) throws IOException {
    Files.write(file, new ObjectMapper().writeValueAsBytes(json(vocabulary)));
  }

  private static ObjectNode json(Vocabulary vocabulary) {
    int end = vocabulary.size() - 1;
    int start = end - 1;
    ObjectNode root = JSON.objectNode().put("version", "1.0");
    root.putNull("truncation").putNull("padding");
    root.putArray("added_tokens")
        .add(special(start, Vocabulary.START))
        .add(special(end, Vocabulary.END));
    root.set("normalizer", normalizer());
    root.set("pre_tokenizer", preTokenizer());
    ObjectNode processor = root.putObject("post_processor").put("type", "RobertaProcessing");
    processor.putArray("sep").add(Vocabulary.END).add(end);
    processor.putArray("cls").add(Vocabulary.START).add(start);
    processor.put("trim_offsets", false).put("add_prefix_space", false);
    root.set("decoder", byteLevel(true));
    root.set("model", model(vocabulary));
    return root;
  }

  private static ObjectNode special(int id, String content) {
    return JSON.objectNode()
        .put("id", id)
        .put("content", content)
        .put("single_word", false)
        .put("lstrip", false)
        .put("rstrip", false)
        .put("normalized", false)
        .put("special", true);
  }

  private static ObjectNode normalizer() {
    ObjectNode blanks = JSON.objectNode().put("type", "Replace");
    blanks.set("pattern", JSON.objectNode().put("Regex", "\\s+"));
    blanks.put("content", " ");
    ObjectNode sequence = JSON.objectNode().put("type", "Sequence");
    sequence
        .putArray("normalizers")
        .add(JSON.objectNode().put("type", "NFC"))
        .add(blanks)
        .add(JSON.objectNode().put("type", "Lowercase"));
    return sequence;
  }

  private static ObjectNode preTokenizer() {
    ObjectNode split = JSON.objectNode().put("type", "Split");
    split.set("pattern", JSON.objectNode().put("Regex", WORD_PATTERN));
    split.put("behavior", "Removed").put("invert", true);
    ObjectNode sequence = JSON.objectNode().put("type", "Sequence");
    sequence.putArray("pretokenizers").add(split).add(byteLevel(false));
    return sequence;
  }

  private static ObjectNode byteLevel(boolean prefix) {
    return JSON.objectNode()
        .put("type", "ByteLevel")
        .put("add_prefix_space", prefix)
        .put("trim_offsets", true);
  }

  private static ObjectNode model(Vocabulary vocabulary) {
    ObjectNode model = JSON.objectNode().put("type", "BPE");
    model.putNull("dropout").put("unk_token", Vocabulary.END);
    model.put("continuing_subword_prefix", "").put("end_of_word_suffix", Vocabulary.END_OF_WORD);
    model.put("fuse_unk", false);
    ObjectNode ids = model.putObject("vocab");
    for (int id = 0; id < vocabulary.size(); id++) {
      ids.put(vocabulary.tokens().get(id), id);
    }
    ArrayNode merges = model.putArray("merges");
    vocabulary.merges().forEach(m -> merges.add(new TextNode(m.left() + " " + m.right())));
    return model;
  }
}

package dev.lethe.clip.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import dev.lethe.clip.tokenizer.TokenizerJson;
import dev.lethe.io.IoFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * CLIP's byte-pair encoding without its start and end token, which have the two ids that follow.
 *
 * @param path where it was read
 * @param tokens by id
 * @param merges pairs of tokens, separated by a space, most important first
 */
public record ClipVocabulary(Path path, List<String> tokens, List<String> merges) {
  private static final String WORD_END = "</w>";

  /** OpenAI's list is longer; these are the merges that fill up 49,152 tokens. */
  private static final int MOST_MERGES = 49_152 - 256 - 2;

  /** OpenAI's has 3.2 MB. */
  private static final int LONGEST_LIST = 16 << 20;

  private static final List<String> AROUND = List.of("<|startoftext|>", "<|endoftext|>");

  /** Keeps copies. */
  public ClipVocabulary {
    tokens = List.copyOf(tokens);
    merges = List.copyOf(merges);
  }

  /**
   * Reads OpenAI's {@code bpe_simple_vocab_16e6.txt.gz}: merges alone.
   *
   * @throws LetheException if it cannot be read
   */
  public static ClipVocabulary ofMerges(Path path) {
    try (InputStream file = Files.newInputStream(path);
        InputStream text = new GZIPInputStream(file)) {
      byte[] content = text.readNBytes(LONGEST_LIST + 1);
      if (content.length > LONGEST_LIST) {
        throw new LetheException(
            "%s is not CLIP's: expected a list of at most %d bytes".formatted(path, LONGEST_LIST));
      }
      List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
      List<String> merges = lines.stream().skip(1).limit(MOST_MERGES).toList();
      List<String> tokens = new ArrayList<>(bytes());
      bytes().forEach(letter -> tokens.add(letter + WORD_END));
      merges.forEach(merge -> tokens.add(merge.replace(" ", "")));
      return new ClipVocabulary(path, tokens, merges);
    } catch (IOException e) {
      throw IoFailure.cannotRead(path, e);
    }
  }

  /**
   * Reads the two files of the transformers library.
   *
   * @param vocabulary {@code vocab.json}
   * @param merges {@code merges.txt}
   * @throws LetheException if they cannot be read or are not CLIP's
   */
  public static ClipVocabulary ofFiles(Path vocabulary, Path merges) {
    ObjectNode ids = TokenizerJson.parse(vocabulary, TokenizerJson.bytes(vocabulary));
    List<String> tokens = byId(ids);
    int size = tokens.size() - AROUND.size();
    if (!isComplete(tokens, ids)
        || size < 0
        || !tokens.subList(size, tokens.size()).equals(AROUND)) {
      throw new LetheException(
          "%s is not CLIP's: expected ids without gaps, the last two for %s"
              .formatted(vocabulary, String.join(" and ", AROUND)));
    }
    List<String> pairs =
        new String(TokenizerJson.bytes(merges), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#version") && !line.isBlank())
            .toList();
    return new ClipVocabulary(vocabulary, tokens.subList(0, size), pairs);
  }

  private static List<String> byId(JsonNode ids) {
    return ids.propertyStream()
        .sorted(Comparator.comparingInt(entry -> entry.getValue().asInt(-1)))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isComplete(List<String> tokens, JsonNode ids) {
    return IntStream.range(0, tokens.size())
        .allMatch(id -> ids.get(tokens.get(id)).asInt(-1) == id);
  }

  /** Returns the vocabulary of a tokenizer, if it is one like CLIP's. */
  public static Optional<ClipVocabulary> in(TokenizerFile tokenizer) {
    JsonNode model = tokenizer.root().path("model");
    List<String> tokens = byId(model.path("vocab"));
    int size = tokens.size() - AROUND.size();
    if (!model.path("type").asText("BPE").equals("BPE")
        || !model.path("end_of_word_suffix").asText().equals(WORD_END)
        || size < 0
        || !isComplete(tokens, model.path("vocab"))) {
      return Optional.empty();
    }
    List<String> merges = new ArrayList<>();
    for (JsonNode merge : model.path("merges")) {
      merges.add(
          merge.isArray() ? merge.path(0).asText() + " " + merge.path(1).asText() : merge.asText());
    }
    return Optional.of(new ClipVocabulary(tokenizer.path(), tokens.subList(0, size), merges));
  }

  /** Returns the content of {@code vocab.json}. */
  byte[] ids() {
    ObjectNode ids = new JsonMapper().createObjectNode();
    Stream.concat(tokens.stream(), AROUND.stream()).forEach(token -> ids.put(token, ids.size()));
    return ids.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the content of {@code merges.txt}. */
  byte[] mergeLines() {
    String lines = "#version: 0.2\n" + String.join("\n", merges) + "\n";
    return lines.getBytes(StandardCharsets.UTF_8);
  }

  /** Makes a {@code tokenizer.json} of it. */
  public TokenizerFile tokenizer(TokenizerKind kind) {
    JsonMapper json = new JsonMapper();
    try (InputStream template = ClipVocabulary.class.getResourceAsStream(kind.template())) {
      ObjectNode root = (ObjectNode) json.readTree(template);
      ObjectNode model = (ObjectNode) root.path("model");
      ObjectNode vocabulary = model.putObject("vocab");
      tokens.forEach(token -> vocabulary.put(token, vocabulary.size()));
      List<ArrayNode> around = new ArrayList<>();
      for (JsonNode added : root.path("added_tokens")) {
        String token = added.path("content").asText();
        int id = vocabulary.size();
        ((ObjectNode) added).put("id", id);
        vocabulary.put(token, id);
        around.add(json.createArrayNode().add(token).add(id));
      }
      merges.forEach(model.putArray("merges")::add);
      ObjectNode processor = root.putObject("post_processor").put("type", "RobertaProcessing");
      processor.put("trim_offsets", false).put("add_prefix_space", false);
      processor.set("cls", around.get(0));
      processor.set("sep", around.get(1));
      return TokenizerFile.of(path, root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The characters that stand for bytes: printable ones for themselves, then those from 256 on. */
  private static List<String> bytes() {
    return Stream.of(
            IntStream.rangeClosed('!', '~'),
            IntStream.rangeClosed(0xa1, 0xac),
            IntStream.rangeClosed(0xae, 0xff),
            IntStream.range(256, 256 + 68))
        .flatMapToInt(Function.identity())
        .mapToObj(Character::toString)
        .toList();
  }
}

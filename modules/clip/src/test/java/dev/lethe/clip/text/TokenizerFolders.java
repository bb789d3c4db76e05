package dev.lethe.clip.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/** Folders as published models have them, see {@code tools/parity/clip_tokenizer_folders.py}. */
public final class TokenizerFolders {
  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNode ALL = read();

  private TokenizerFolders() {}

  /**
   * One folder.
   *
   * @param name of the case
   * @param files the content of its files but for the vocabulary, by their names without suffix
   * @param padding the token that transformers pads with
   * @param size the number of tokens
   * @param ids of each text, padded
   */
  public record Folder(String name, JsonNode files, int padding, int size, List<int[]> ids) {
    @Override
    public String toString() {
      return name;
    }

    /** Writes the files into a new folder. */
    public Path write(Path parent) throws IOException {
      Path folder = Files.createDirectory(parent.resolve(name));
      for (Map.Entry<String, JsonNode> file : files.properties()) {
        JsonNode content = file.getValue().deepCopy();
        if (file.getKey().equals("tokenizer")) {
          ObjectNode model = (ObjectNode) content.path("model");
          model.set("vocab", ALL.path("vocab"));
          ArrayNode merges = model.putArray("merges");
          ALL.path("merges").forEach(merges::add);
        }
        JSON.writeValue(folder.resolve(file.getKey() + ".json").toFile(), content);
      }
      if (!files.has("tokenizer")) {
        JSON.writeValue(folder.resolve("vocab.json").toFile(), ALL.path("vocab"));
        Files.writeString(
            folder.resolve("merges.txt"), "#version: 0.2\n" + String.join("\n", merges()) + "\n");
      }
      return folder;
    }
  }

  static int context() {
    return ALL.path("context").intValue();
  }

  public static List<String> texts() {
    return strings("texts");
  }

  public static Folder named(String name) {
    return all().stream().filter(folder -> folder.name().equals(name)).findFirst().orElseThrow();
  }

  static List<Folder> all() {
    return StreamSupport.stream(ALL.path("folders").spliterator(), false)
        .map(TokenizerFolders::folder)
        .toList();
  }

  private static Folder folder(JsonNode node) {
    JsonNode expected = node.path("expected");
    return new Folder(
        node.path("name").textValue(),
        node.path("files"),
        expected.path("pad").intValue(),
        expected.path("size").intValue(),
        StreamSupport.stream(expected.path("ids").spliterator(), false)
            .map(row -> JSON.convertValue(row, int[].class))
            .toList());
  }

  private static List<String> merges() {
    return strings("merges");
  }

  private static List<String> strings(String key) {
    return StreamSupport.stream(ALL.path(key).spliterator(), false)
        .map(JsonNode::textValue)
        .toList();
  }

  private static JsonNode read() {
    try (InputStream file =
        Objects.requireNonNull(
            TokenizerFolders.class.getResourceAsStream("/parity/tokenizer-folders.json.gz"))) {
      return JSON.readTree(new GZIPInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.lethe.clip.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A {@code tokenizer.json} of HuggingFace's tokenizers, kept byte by byte. */
public final class TokenizerFile {
  private final Path path;
  private final byte[] json;
  private final Map<Integer, String> tokens = new HashMap<>();

  private final JsonNode root;

  private TokenizerFile(Path path, byte[] json, JsonNode root) {
    this.path = path;
    this.json = json;
    this.root = root;
    JsonNode vocabulary = root.path("model").path("vocab");
    for (Map.Entry<String, JsonNode> entry : vocabulary.properties()) {
      tokens.put(entry.getValue().asInt(-1), entry.getKey());
    }
    for (JsonNode added : root.path("added_tokens")) {
      tokens.put(added.path("id").asInt(-1), added.path("content").asText());
    }
    if (tokens.isEmpty() || tokens.containsKey(-1)) {
      throw new LetheException(path + " has no vocabulary from tokens to ids");
    }
  }

  /**
   * Reads a file.
   *
   * @throws NotFoundException if there is none
   * @throws LetheException if it cannot be read or is no tokenizer
   */
  public static TokenizerFile read(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new NotFoundException(
          "there is no file %s; a model needs the tokenizer.json of its vocabulary"
              .formatted(path));
    }
    try {
      return of(path, Files.readAllBytes(path));
    } catch (JsonProcessingException e) {
      throw new LetheException(path + " is not valid JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw LetheException.cannotRead(path, e);
    }
  }

  /** Takes over the content of a file that was read or made from {@code path}. */
  static TokenizerFile of(Path path, byte[] json) throws IOException {
    return new TokenizerFile(path, json, new JsonMapper().readTree(json));
  }

  /** Returns where it was read. */
  public Path path() {
    return path;
  }

  /** Returns the content. */
  public byte[] json() {
    return json.clone();
  }

  JsonNode root() {
    return root;
  }

  /** Returns the number of ids, which is one more than the highest. */
  public int size() {
    return tokens.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow() + 1;
  }

  /** Returns the text of a token. */
  public String token(int id) {
    return tokens.getOrDefault(id, "");
  }

  /** Returns the id of a token; 0 if there is no such token. */
  public int id(String token) {
    return tokens.entrySet().stream()
        .filter(entry -> entry.getValue().equals(token))
        .mapToInt(Map.Entry::getKey)
        .findFirst()
        .orElse(0);
  }
}

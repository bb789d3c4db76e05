package dev.lethe.clip.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.clip.tokenizer.CheckedTokenizer;
import dev.lethe.clip.tokenizer.TokenizerJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A {@code tokenizer.json} of HuggingFace's tokenizers, kept byte by byte. */
public final class TokenizerFile {
  private final Path path;
  private final byte[] json;
  private final CheckedTokenizer content;
  private final Map<Integer, String> tokens = new HashMap<>();
  private final int size;

  private TokenizerFile(Path path, byte[] json, ObjectNode root) {
    this.path = path;
    this.json = json;
    content = CheckedTokenizer.of(path, root);
    content.ids().forEach((token, id) -> tokens.put(id, token));
    size = tokens.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow() + 1;
  }

  /**
   * Reads a file.
   *
   * @throws NotFoundException if there is none
   * @throws LetheException if it cannot be read, or naming what of it is not supported
   */
  public static TokenizerFile read(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new NotFoundException(
          "there is no file %s; a model needs the tokenizer.json of its vocabulary"
              .formatted(path));
    }
    byte[] json = TokenizerJson.bytes(path);
    return new TokenizerFile(path, json, TokenizerJson.parse(path, json));
  }

  /** Takes over the content of a file that was made from {@code path}. */
  static TokenizerFile of(Path path, ObjectNode root) {
    return new TokenizerFile(path, TokenizerJson.written(root), root);
  }

  /** Returns where it was read. */
  public Path path() {
    return path;
  }

  /** Returns the content. */
  public byte[] json() {
    return json.clone();
  }

  ObjectNode root() {
    return content.root();
  }

  /** Returns what the native library is handed, all of which was understood. */
  byte[] forNative() {
    return content.forNative();
  }

  /** Returns the number of ids, which is one more than the highest. */
  public int size() {
    return size;
  }

  /** Returns the text of a token. */
  public String token(int id) {
    return tokens.getOrDefault(id, "");
  }

  /** Returns the id of a token; 0 if there is no such token. */
  public int id(String token) {
    return content.ids().getOrDefault(token, 0);
  }
}

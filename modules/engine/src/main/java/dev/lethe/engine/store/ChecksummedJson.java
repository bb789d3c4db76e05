package dev.lethe.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.io.Folders;
import dev.lethe.io.WholeFile;
import dev.lethe.io.hash.Sha256;
import dev.lethe.io.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A value in a file together with the hash of it. The file can be made again, so one that is
 * damaged is as if it were not there.
 *
 * @param file where it is
 */
record ChecksummedJson(Path file) {
  private static final String HASH = "sha256";
  private static final String CONTENT = "content";

  /** Writes the value; whatever is in the way was damaged. */
  void write(Object value) {
    Map<String, Object> kept = new LinkedHashMap<>();
    JsonNode content = Json.tree(value);
    kept.put(HASH, hash(content));
    kept.put(CONTENT, content);
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      Folders.remove(file);
    }
    WholeFile.write(file, Json.pretty(kept));
  }

  /** Returns the value; empty, with a word, where the file is not what was written. */
  <T> Optional<T> read(Class<T> type, Progress progress) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode tree = Json.read(file);
      JsonNode content = tree.path(CONTENT);
      if (hash(content).equals(tree.path(HASH).asText())) {
        return Optional.of(Json.value(content, type, file));
      }
    } catch (CancelledException e) {
      throw e;
    } catch (LetheException e) {
      progress.message(e.getMessage() + "; it is made again");
      return Optional.empty();
    }
    progress.message(file + " is not as it was written; it is made again");
    return Optional.empty();
  }

  private static String hash(JsonNode content) {
    return Sha256.of(Json.canonical(content).getBytes(StandardCharsets.UTF_8));
  }
}

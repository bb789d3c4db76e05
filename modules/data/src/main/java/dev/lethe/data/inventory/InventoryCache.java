package dev.lethe.data.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import dev.lethe.io.WholeFile;
import dev.lethe.io.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file that remembers what was seen, with the hash of it. Losing it costs only time, so that one
 * which cannot be read or is not as it was written is empty, and one which cannot be written is
 * not.
 */
final class InventoryCache {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String HASH = "sha256";
  private static final String FILES = "files";

  /** Room for a million pictures; what is cut off here is not believed. */
  private static final int LARGEST = 512 << 20;

  private final Path file;

  InventoryCache(Path file) {
    this.file = file;
  }

  Map<String, KnownFile> read() {
    Map<String, KnownFile> seen = new TreeMap<>();
    if (!Files.isRegularFile(file)) {
      return seen;
    }
    try {
      JsonNode kept = MAPPER.readTree(bytes());
      JsonNode files = kept.required(FILES);
      if (!kept.required(HASH).asText().equals(hash(files))) {
        return seen;
      }
      files.properties().forEach(each -> seen.put(each.getKey(), seen(each.getValue())));
    } catch (IOException | RuntimeException e) {
      return new TreeMap<>();
    }
    return seen;
  }

  void write(Map<String, KnownFile> seen) {
    ObjectNode files = MAPPER.createObjectNode();
    seen.forEach(
        (key, each) ->
            files
                .putObject(key)
                .put("stamp", each.stamp())
                .put("sha256", each.sha256())
                .put("picture", each.picture())
                .put("decoded", each.decoded())
                .put("problem", each.problem()));
    try {
      ObjectNode kept = MAPPER.createObjectNode().put(HASH, hash(files)).set(FILES, files);
      WholeFile.write(file, MAPPER.writeValueAsBytes(kept));
    } catch (IOException | LetheException e) {
      return; // the next run looks again
    }
  }

  private byte[] bytes() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LARGEST);
    }
  }

  private static String hash(JsonNode files) throws IOException {
    return Sha256.of(MAPPER.writeValueAsBytes(files));
  }

  private static KnownFile seen(JsonNode node) {
    return new KnownFile(
        node.required("stamp").asText(),
        node.required("sha256").asText(),
        node.required("picture").asBoolean(),
        node.required("decoded").asBoolean(),
        node.required("problem").textValue());
  }
}

package dev.lethe.data.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import dev.lethe.io.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file that remembers what was seen. Losing it costs only time, so that one which cannot be read
 * is empty, and one which cannot be written is not.
 */
final class Memory {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Path file;

  Memory(Path file) {
    this.file = file;
  }

  Map<String, Seen> read() {
    Map<String, Seen> seen = new TreeMap<>();
    if (!Files.isRegularFile(file)) {
      return seen;
    }
    try {
      MAPPER
          .readTree(Files.readAllBytes(file))
          .properties()
          .forEach(each -> seen.put(each.getKey(), seen(each.getValue())));
    } catch (IOException | RuntimeException e) {
      return new TreeMap<>();
    }
    return seen;
  }

  void write(Map<String, Seen> seen) {
    ObjectNode tree = MAPPER.createObjectNode();
    seen.forEach(
        (key, each) ->
            tree.putObject(key)
                .put("stamp", each.stamp())
                .put("sha256", each.sha256())
                .put("picture", each.picture())
                .put("decoded", each.decoded())
                .put("problem", each.problem()));
    try {
      WholeFile.write(file, MAPPER.writeValueAsBytes(tree));
    } catch (IOException | LetheException e) {
      return; // the next run looks again
    }
  }

  private static Seen seen(JsonNode node) {
    return new Seen(
        node.required("stamp").asText(),
        node.required("sha256").asText(),
        node.required("picture").asBoolean(),
        node.required("decoded").asBoolean(),
        node.required("problem").textValue());
  }
}

package dev.lethe.plugin.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lethe.api.LetheException;
import dev.lethe.io.WholeFile;
import dev.lethe.io.json.Json;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The file that makes a model's folder one of a filtered model. */
final class FilterFile {
  static final String NAME = "name-filter.json";
  private static final String FORMAT = "lethe.name-filter/1";

  private FilterFile() {}

  static void write(Path folder, NameFilter filter) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("format", FORMAT);
    content.put("names", filter.targets());
    WholeFile.write(folder.resolve(NAME), Json.pretty(content));
  }

  /**
   * Reads a filter.
   *
   * @throws LetheException if the file is damaged
   */
  static NameFilter read(Path folder) {
    Path file = folder.resolve(NAME);
    JsonNode content = Json.read(file);
    if (!content.path("format").asText().equals(FORMAT)) {
      throw new LetheException(
          "%s is no filter that this version reads: expected the format %s, found '%s'"
              .formatted(file, FORMAT, content.path("format").asText()));
    }
    Map<String, String> targets = new LinkedHashMap<>();
    content
        .path("names")
        .properties()
        .forEach(
            entry -> {
              if (entry.getKey().isBlank() || !entry.getValue().isTextual()) {
                throw new LetheException(
                    "%s is damaged: expected a text for each name, found none for '%s'"
                        .formatted(file, entry.getKey()));
              }
              targets.put(entry.getKey(), entry.getValue().asText());
            });
    return new NameFilter(targets);
  }
}

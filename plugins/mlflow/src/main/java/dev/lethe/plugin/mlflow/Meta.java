package dev.lethe.plugin.mlflow;

import dev.lethe.io.WholeFile;
import dev.lethe.io.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The file {@code meta.yaml}, which makes a folder an experiment or a run. */
final class Meta {
  static final String FILE = "meta.yaml";

  private Meta() {}

  /**
   * Writes it, whole or not at all.
   *
   * @param values texts, numbers and empty lists
   */
  static void write(Path folder, Map<String, Object> values) {
    String text =
        values.entrySet().stream()
            .map(each -> each.getKey() + ": " + written(each.getValue()) + "\n")
            .collect(Collectors.joining());
    WholeFile.write(folder.resolve(FILE), text);
  }

  /** Returns the name that a folder's file gives it; empty where there is no such file. */
  static Optional<String> name(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith("name: "))
        .map(line -> unquoted(line.substring("name: ".length()).strip()))
        .findFirst();
  }

  /** A text as JSON, which YAML understands. */
  private static String written(Object value) {
    return value instanceof String text ? Json.canonical(text) : value.toString();
  }

  private static String unquoted(String text) {
    boolean isQuoted =
        text.length() > 1
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(0) == text.charAt(text.length() - 1);
    return isQuoted ? text.substring(1, text.length() - 1) : text;
  }
}

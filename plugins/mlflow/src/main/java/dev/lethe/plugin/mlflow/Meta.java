package dev.lethe.plugin.mlflow;

import dev.lethe.io.WholeFile;
import dev.lethe.io.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** The file {@code meta.yaml}, which makes a folder an experiment or a run. */
final class Meta {
  static final String FILE = "meta.yaml";

  /** A name may look like a number. */
  private static final LoadSettings TEXTS_ALONE =
      LoadSettings.builder().setSchema(new FailsafeSchema()).build();

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

  /** Returns the name that a folder's file gives it; empty where there is none. */
  static Optional<String> name(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      Object meta = new Load(TEXTS_ALONE).loadFromString(Files.readString(file));
      return Optional.ofNullable(meta instanceof Map<?, ?> map ? map.get("name") : null)
          .map(Object::toString);
    } catch (YamlEngineException e) {
      return Optional.empty(); // MLflow cannot read it either
    }
  }

  /** A text as JSON, which YAML understands. */
  private static String written(Object value) {
    return value instanceof String text ? Json.canonical(text) : value.toString();
  }
}

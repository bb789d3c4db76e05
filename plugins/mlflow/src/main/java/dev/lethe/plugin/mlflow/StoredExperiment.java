package dev.lethe.plugin.mlflow;

import dev.lethe.io.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An experiment of the file store.
 *
 * @param folder is called as its id
 */
record StoredExperiment(Path folder) {
  /** MLflow's numbers for a status and the kind of a source. */
  private static final int FINISHED = 3;

  private static final int LOCAL = 4;

  /** As much as every version of MLflow takes. */
  private static final int LONGEST = 500;

  /** Returns a folder as MLflow writes where artifacts are. */
  static String address(Path folder) {
    return folder.toUri().toString().replaceFirst("/$", "");
  }

  /**
   * Writes a run in the place of one of the same id. MLflow sees it when its {@code meta.yaml} is
   * there, which is removed first and written last.
   */
  void write(StoredRun run) throws IOException {
    Path place = folder.resolve(run.id());
    Files.deleteIfExists(place.resolve(Meta.FILE));
    Folders.remove(place);
    Path artifacts = Files.createDirectories(place.resolve("artifacts"));
    Path params = Files.createDirectory(place.resolve("params"));
    for (Map.Entry<String, String> each : run.params().entrySet()) {
      Files.writeString(params.resolve(key(each.getKey())), shortened(each.getValue()));
    }
    Path metrics = Files.createDirectory(place.resolve("metrics"));
    for (Map.Entry<String, Double> each : run.metrics().entrySet()) {
      String line = "%d %s 0\n".formatted(run.end(), each.getValue());
      Files.writeString(metrics.resolve(key(each.getKey())), line);
    }
    Path tags = Files.createDirectory(place.resolve("tags"));
    for (Map.Entry<String, String> each : run.tags().entrySet()) {
      Files.writeString(tags.resolve(key(each.getKey())), each.getValue());
    }
    Meta.write(place, meta(run, artifacts));
  }

  private Map<String, Object> meta(StoredRun run, Path artifacts) {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("artifact_uri", address(artifacts));
    meta.put("end_time", run.end());
    meta.put("entry_point_name", "");
    meta.put("experiment_id", folder.getFileName().toString());
    meta.put("lifecycle_stage", "active");
    meta.put("run_id", run.id());
    meta.put("run_name", run.name());
    meta.put("run_uuid", run.id());
    meta.put("source_name", "");
    meta.put("source_type", LOCAL);
    meta.put("source_version", "");
    meta.put("start_time", run.start());
    meta.put("status", FINISHED);
    meta.put("tags", List.of());
    meta.put("user_id", "lethe");
    return meta;
  }

  /** Of the characters that MLflow takes, and no path. */
  private static String key(String name) {
    return name.replaceAll("[^\\w.\\- ]", "_").replaceFirst("^\\.+", "_");
  }

  private static String shortened(String value) {
    String line = value.replaceAll("\\s+", " ");
    int end = Math.min(LONGEST, line.length());
    boolean splits = end < line.length() && Character.isHighSurrogate(line.charAt(end - 1));
    return line.substring(0, splits ? end - 1 : end);
  }
}

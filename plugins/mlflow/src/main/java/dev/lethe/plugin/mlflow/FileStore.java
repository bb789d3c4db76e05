package dev.lethe.plugin.mlflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * MLflow's file store: a folder for each experiment, in it one for each run.
 *
 * @param root need not exist
 */
record FileStore(Path root) {

  /** Returns the experiment of a name, made where there is none; one that MLflow made is taken. */
  StoredExperiment experiment(String name) throws IOException {
    Files.createDirectories(root);
    for (Path folder : folders()) {
      if (Meta.name(folder).filter(name::equals).isPresent()) {
        return new StoredExperiment(folder);
      }
    }
    String id = StoreId.ofExperiment(name);
    Path folder = Files.createDirectories(root.resolve(id));
    long now = System.currentTimeMillis();
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("artifact_location", StoredExperiment.address(folder));
    meta.put("creation_time", now);
    meta.put("experiment_id", id);
    meta.put("last_update_time", now);
    meta.put("lifecycle_stage", "active");
    meta.put("name", name);
    Meta.write(folder, meta);
    return new StoredExperiment(folder);
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> all = Files.list(root)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }
}

package dev.lethe.suite.local;

import dev.lethe.io.Folders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The GPUs that trials are divided among. */
final class Gpus {
  static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

  private static final Path DEVICES = Path.of("/dev");

  private Gpus() {}

  /**
   * Lists them.
   *
   * @param visible those that somebody chose, separated by commas, or null for all
   */
  static List<String> of(@Nullable String visible) {
    return visible == null ? in(DEVICES) : List.of(visible.split("\\s*,\\s*"));
  }

  static List<String> in(Path devices) {
    List<String> gpus = new ArrayList<>();
    for (Path each : Folders.list(devices)) {
      String name = each.getFileName().toString();
      if (name.matches("nvidia\\d+")) {
        gpus.add(name.substring("nvidia".length()));
      }
    }
    return gpus;
  }
}

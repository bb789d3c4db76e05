package dev.lethe.tensor.hardware;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The traces that NVIDIA's driver leaves on a machine. They tell a machine without a GPU from one
 * whose GPU is not used because a library is missing.
 *
 * @param traces the files that were found; empty where there is no driver
 * @param version of the kernel's module, or null if unknown
 * @param models the GPUs as the driver names them; empty if it does not
 */
public record NvidiaDriver(List<String> traces, @Nullable String version, List<String> models) {
  private static final Pattern VERSION = Pattern.compile("Kernel Module.*?\\s(\\d+(?:\\.\\d+)+)");
  private static final Pattern MODEL = Pattern.compile("^Model:\\s*(.+)$");
  private static final List<String> TOOLS = List.of("nvidia-smi", "nvidia-smi.exe");

  /** Copies the lists. */
  public NvidiaDriver {
    traces = List.copyOf(traces);
    models = List.copyOf(models);
  }

  /** Looks at this machine. */
  public static NvidiaDriver find() {
    return in(Path.of("/"), String.valueOf(System.getenv("PATH")));
  }

  static NvidiaDriver in(Path root, String searchPath) {
    Path version = root.resolve("proc/driver/nvidia/version");
    List<String> traces = new ArrayList<>();
    Stream.concat(Stream.of(version, root.resolve("dev/nvidia0")), tools(searchPath))
        .filter(Files::exists)
        .map(Path::toString)
        .forEach(traces::add);
    return new NvidiaDriver(
        traces,
        new SystemFile(version).find(VERSION).orElse(null),
        models(root.resolve("proc/driver/nvidia/gpus")));
  }

  /** Returns whether there is a driver, and so most likely a GPU. */
  public boolean isPresent() {
    return !traces.isEmpty();
  }

  private static Stream<Path> tools(String searchPath) {
    return Stream.of(searchPath.split(Pattern.quote(File.pathSeparator)))
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> TOOLS.stream().map(tool -> Path.of(folder, tool)))
        .filter(Files::isRegularFile)
        .limit(1);
  }

  private static List<String> models(Path gpus) {
    if (!Files.isDirectory(gpus)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(gpus)) {
      return folders
          .sorted()
          .flatMap(gpu -> new SystemFile(gpu.resolve("information")).find(MODEL).stream())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}

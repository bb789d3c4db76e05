package dev.lethe.tensor.hardware;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The central processor.
 *
 * @param model as the maker calls it, or the architecture where the system does not tell
 * @param logical how many threads it runs at once, as far as this process may use them
 * @param features the instruction sets that make tensors faster, in the kernel's names; empty where
 *     the system does not tell
 */
public record Processor(String model, int logical, List<String> features) {
  private static final Pattern MODEL = Pattern.compile("^model name\\s*:\\s*(.+)$");
  private static final Pattern FLAGS = Pattern.compile("^(?:flags|Features)\\s*:\\s*(.+)$");
  private static final List<String> OF_INTEREST =
      List.of(
          "avx",
          "avx2",
          "fma",
          "f16c",
          "avx512f",
          "avx512bw",
          "avx512_vnni",
          "avx_vnni",
          "avx512_bf16",
          "avx512_fp16",
          "amx_tile",
          "amx_int8",
          "amx_bf16",
          "asimd",
          "sve",
          "bf16",
          "i8mm");

  /** Copies the features. */
  public Processor {
    features = List.copyOf(features);
  }

  /** Looks at this machine. */
  public static Processor find() {
    return in(Path.of("/"));
  }

  static Processor in(Path root) {
    SystemFile info = new SystemFile(root.resolve("proc/cpuinfo"));
    Set<String> flags = Set.of(info.find(FLAGS).orElse("").split("\\s+"));
    return new Processor(
        info.find(MODEL).orElse(System.getProperty("os.arch")),
        Runtime.getRuntime().availableProcessors(),
        OF_INTEREST.stream().filter(flags::contains).toList());
  }
}

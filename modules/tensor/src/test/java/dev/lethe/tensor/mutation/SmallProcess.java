package dev.lethe.tensor.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Runs {@link MutantReader} in a process with a small heap, which it may not outgrow. */
final class SmallProcess {
  private static final long SEED = 1;

  private SmallProcess() {}

  /**
   * Returns what the process printed; it must end well.
   *
   * @param heap an option such as {@code -Xmx64m}
   * @param specimens the checkpoints, a folder each
   * @param scratch an empty folder
   * @param mutants how many damaged copies to read
   */
  static String read(String heap, Path specimens, Path scratch, int mutants)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-Dai.djl.offline=true",
                "-Dai.djl.pytorch.num_threads=1",
                "-cp",
                System.getProperty("java.class.path"),
                MutantReader.class.getName(),
                specimens.toString(),
                scratch.toString(),
                String.valueOf(mutants),
                String.valueOf(SEED))
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    byte[] output = process.getInputStream().readAllBytes();
    String text = new String(output, StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text;
  }
}

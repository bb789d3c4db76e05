package dev.lethe.engine.store;

import dev.lethe.api.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A process of the tests that makes the result of a stage, and is done when it is told so. */
final class Maker implements AutoCloseable {
  static final String STAGE = "stage";
  static final String MADE = "made by the other process";

  private final Process process;
  private final BufferedReader answers;

  private Maker(Process process) {
    this.process = process;
    answers = process.inputReader(StandardCharsets.UTF_8);
  }

  record Value(String text, List<Double> numbers) {}

  /** Starts a process, and returns when it has begun to make the result. */
  static Maker begin(Path folder) throws IOException {
    Maker maker =
        new Maker(
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Maker.class.getName(),
                    folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    if (!"making".equals(maker.answers.readLine())) {
      throw new IllegalStateException("the process does not make it");
    }
    return maker;
  }

  void finish() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Makes the result in a folder. */
  public static void main(String[] arguments) {
    new StageStore(Path.of(arguments[0]), Progress.silent())
        .getOnce(STAGE, Value.class, Maker::make);
  }

  private static Value make() {
    System.out.println("making");
    try {
      return System.in.read() < 0 ? new Value("", List.of()) : new Value(MADE, List.of(1.5));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

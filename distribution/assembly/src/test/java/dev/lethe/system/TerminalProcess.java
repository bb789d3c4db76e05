package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Lethe at a terminal that a program made: what it shows, and the keys that are pressed. */
final class TerminalProcess implements AutoCloseable {
  private static final Path SCRIPT = Path.of("/usr/bin/script");
  private static final long PATIENCE_SECONDS = 300;
  private static final long POLL_MILLIS = 50;
  private static final int COLUMNS = 120;

  private final Process process;
  private final OutputStream keys;
  private final StringBuffer shown = new StringBuffer();
  private final Thread reader;
  private int seen;

  private TerminalProcess(Process process) {
    this.process = process;
    keys = process.getOutputStream();
    reader = new Thread(this::read);
    reader.start();
  }

  static TerminalProcess start(Home home, Path directory, String... args) throws IOException {
    return start(home, directory, String.join(" ", args), COLUMNS);
  }

  static TerminalProcess start(Home home, Path directory, String args, int columns)
      throws IOException {
    assumeTrue(Files.isExecutable(SCRIPT), "no terminal can be made here");
    String lethe = home.path().resolve("bin/lethe").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
                Interrupts.heeded(
                    List.of(
                        SCRIPT.toString(),
                        "-qec",
                        "stty cols %d rows 40; exec '%s' %s".formatted(columns, lethe, args),
                        "/dev/null")))
            .directory(directory.toFile());
    builder.environment().put("TERM", "xterm");
    builder.environment().put("HOME", directory.toString());
    builder.environment().put("LETHE_JAVA_OPTS", "-Xmx1g '-Duser.home=" + directory + "'");
    builder
        .environment()
        .putIfAbsent(
            "DJL_CACHE_DIR", Path.of(System.getProperty("user.home"), ".djl.ai").toString());
    return new TerminalProcess(builder.start());
  }

  void type(String text) throws IOException {
    keys.write(text.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }

  /** Waits until a text appears behind what was waited for before. */
  void await(String text) {
    await("'" + text + "'", () -> shown.indexOf(text, seen) >= 0);
    seen = shown.indexOf(text, seen) + text.length();
  }

  void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      boolean over = !reader.isAlive() && !condition.getAsBoolean();
      if (over || System.nanoTime() > end) {
        fail("waited in vain for %s; the terminal shows:%n%s", what, shown);
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Returns everything that was shown, with the orders to the terminal. */
  String shown() {
    return shown.toString().replace("\r", "");
  }

  int awaitEnd() throws InterruptedException {
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(ended).as("ended; the terminal shows: %s", shown).isTrue();
    reader.join();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private void read() {
    char[] part = new char[1024];
    try (Reader screen = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
      for (int length = screen.read(part); length >= 0; length = screen.read(part)) {
        shown.append(part, 0, length);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Lethe as a process of its own. */
final class LetheProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 600;
  private static final long POLL_MILLIS = 50;

  private final Process process;
  private final PrintWriter in;
  private final List<String> out = new CopyOnWriteArrayList<>();
  private final List<String> err = new CopyOnWriteArrayList<>();
  private final List<Thread> readers;

  private LetheProcess(Process process) {
    this.process = process;
    in = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    readers = List.of(read(process.getInputStream(), out), read(process.getErrorStream(), err));
  }

  static LetheProcess start(Home home, Path directory, String... args) throws IOException {
    return start(home, directory, Map.of(), args);
  }

  static LetheProcess start(
      Home home, Path directory, Map<String, String> environment, String... args)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(home.path().resolve("bin/lethe").toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(Interrupts.heeded(command)).directory(directory.toFile());
    builder.environment().put("HOME", directory.toString());
    builder.environment().put("LETHE_JAVA_OPTS", "-Xmx1g '-Duser.home=" + directory + "'");
    builder
        .environment()
        .putIfAbsent(
            "DJL_CACHE_DIR", Path.of(System.getProperty("user.home"), ".djl.ai").toString());
    builder.environment().putAll(environment);
    return new LetheProcess(builder.start());
  }

  void type(String line) {
    in.println(line);
  }

  long pid() {
    return process.pid();
  }

  Process process() {
    return process;
  }

  String out() {
    return String.join("\n", out);
  }

  String err() {
    return String.join("\n", err);
  }

  /** Drops what was written so far. */
  void forget() {
    out.clear();
    err.clear();
  }

  List<String> errorsAbout(String text) {
    return err.stream().filter(line -> line.contains(text)).toList();
  }

  void awaitError(String text) {
    await("'" + text + "' on stderr", () -> err().contains(text));
  }

  void awaitOutput(String text) {
    await("'" + text + "' on stdout", () -> out().contains(text));
  }

  void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      // What a process says while it ends is read after it has ended.
      boolean over = readers.stream().noneMatch(Thread::isAlive) && !condition.getAsBoolean();
      if (over || System.nanoTime() > end) {
        fail("waited in vain for %s%nstdout:%n%s%nstderr:%n%s", what, out(), err());
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Ends the input and waits for the exit code. */
  int finish() throws InterruptedException {
    in.close();
    return awaitEnd();
  }

  /** Waits for the exit code of a process that ends by itself. */
  int awaitEnd() throws InterruptedException {
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(ended).as("ended; stdout: %s; stderr: %s", out(), err()).isTrue();
    for (Thread reader : readers) {
      reader.join();
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static Thread read(InputStream stream, List<String> lines) {
    Thread reader =
        new Thread(
            () -> {
              BufferedReader buffered =
                  new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
              try (Stream<String> read = buffered.lines()) {
                read.forEach(lines::add);
              }
            });
    reader.start();
    return reader;
  }
}

package dev.lethe.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process of the tests that does with a lock what each line of its input says, and answers each
 * with a line: {@code take} and {@code try} want it, {@code sweep} sweeps its folder.
 */
final class LockHolder implements AutoCloseable {
  private static final List<String> ELSEWHERE =
      List.of("unshare", "--pid", "--fork", "--kill-child");

  private final Process process;
  private final BufferedReader answers;

  private LockHolder(Process process) {
    this.process = process;
    answers = process.inputReader(StandardCharsets.UTF_8);
  }

  static LockHolder start(Path file) throws IOException {
    return start(List.of(), file);
  }

  /** Starts one whose number is that of another process here, or of none, as on another machine. */
  static LockHolder startElsewhere(Path file) throws IOException {
    return start(ELSEWHERE, file);
  }

  /** Returns whether the system lets processes be numbered anew. */
  static boolean canStartElsewhere() throws InterruptedException {
    List<String> command = new ArrayList<>(ELSEWHERE);
    command.add("true");
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static LockHolder start(List<String> by, Path file) throws IOException {
    List<String> command = new ArrayList<>(by);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            LockHolder.class.getName(),
            file.toString()));
    return new LockHolder(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Says something to the process and returns its answer. */
  String ask(String order) throws IOException {
    process.getOutputStream().write((order + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    return String.valueOf(answers.readLine());
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Holds what it got until it ends. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      if (order.equals("sweep")) {
        WholeFile.sweep(file.getParent());
        System.out.println("swept");
      } else {
        System.out.println(ProcessLock.tryTake(file).isPresent() ? "got it" : "taken");
      }
    }
  }
}

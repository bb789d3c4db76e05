package dev.lethe.launcher;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where results go, in UTF-8. It remembers the first write that failed, which a {@link PrintStream}
 * keeps to itself: a result that nobody got is no success.
 */
final class StandardOutput extends OutputStream {
  private static final int DONE = 0;
  private static final int FAILED = 1;

  /** How a shell tells of a program that the signal SIGPIPE ended. */
  private static final int READER_GONE = 141;

  private final OutputStream target;
  private final PrintStream stream =
      new PrintStream(new BufferedOutputStream(this), true, StandardCharsets.UTF_8);
  private volatile @Nullable IOException failure;

  StandardOutput(OutputStream target) {
    this.target = target;
  }

  /** Makes the streams of the process write UTF-8, whatever the terminal's settings. */
  static StandardOutput ofProcess() {
    StandardOutput out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    System.setOut(out.stream());
    System.setErr(
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    return out;
  }

  /** Returns what a program prints to. */
  PrintStream stream() {
    return stream;
  }

  /**
   * Returns the exit code of a command that wrote here: another one than its own if it was done,
   * but its result could not be written.
   */
  int end(int code, PrintStream err) {
    stream.flush();
    IOException failed = failure;
    if (failed == null || code != DONE) {
      return code;
    }
    String reason = String.valueOf(failed.getMessage());
    if (reason.contains("Broken pipe")) {
      return READER_GONE;
    }
    err.println("lethe: the result could not be written to the standard output: " + reason);
    return FAILED;
  }

  @Override
  public void write(int content) throws IOException {
    write(new byte[] {(byte) content}, 0, 1);
  }

  @Override
  public void write(byte[] content, int offset, int length) throws IOException {
    try {
      target.write(content, offset, length);
    } catch (IOException e) {
      if (failure == null) {
        failure = e;
      }
      throw e;
    }
  }
}

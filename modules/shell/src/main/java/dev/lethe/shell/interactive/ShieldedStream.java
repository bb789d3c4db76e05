package dev.lethe.shell.interactive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A stream that outlives who writes to it. Gogo puts channels before its streams, and a channel
 * closes itself, and the stream behind it, when an interrupted thread writes to it. A command that
 * was asked to stop still has to say so, and so do the commands after it.
 */
final class ShieldedStream extends FilterOutputStream {

  private ShieldedStream(OutputStream out) {
    super(out);
  }

  /** Shields a stream. */
  static PrintStream of(PrintStream stream) {
    return new PrintStream(new ShieldedStream(stream), true, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      out.write(bytes, offset, length);
    } finally {
      restore(interrupted);
    }
  }

  @Override
  public void flush() throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      out.flush();
    } finally {
      restore(interrupted);
    }
  }

  /** Leaves the stream open for the next. */
  @Override
  public void close() throws IOException {
    flush();
  }

  private static void restore(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

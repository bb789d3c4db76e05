package dev.lethe.shell.interactive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.LineReader;

/**
 * A stream that leaves alone what a person types: its lines, of jobs in the background and of the
 * log, appear above the prompt while there is one.
 */
final class AbovePrompt extends OutputStream {
  private final LineReader reader;
  private final OutputStream plain;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  private AbovePrompt(LineReader reader, OutputStream plain) {
    this.reader = reader;
    this.plain = plain;
  }

  /**
   * Puts lines above a prompt.
   *
   * @param plain takes what is written while nobody is asked for a line
   */
  static PrintStream of(LineReader reader, OutputStream plain) {
    return new PrintStream(new AbovePrompt(reader, plain), true, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    // The reader has a lock of its own, so none is held while it prints.
    whole(bytes, offset, length).forEach(reader::printAbove);
  }

  /** Takes bytes, and returns the lines that they end and that wait for a place. */
  private synchronized List<String> whole(byte[] bytes, int offset, int length) throws IOException {
    if (!reader.isReading()) {
      line.writeTo(plain);
      line.reset();
      plain.write(bytes, offset, length);
      plain.flush();
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] == '\n') {
        lines.add(line.toString(StandardCharsets.UTF_8));
        line.reset();
      } else {
        line.write(bytes[i]);
      }
    }
    return lines;
  }
}

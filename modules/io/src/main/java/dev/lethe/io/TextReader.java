package dev.lethe.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * A text file in UTF-8 for parsers of characters, as strict as {@link RegularFile#lines} and no
 * more than a line ahead of them. All lines end as those of Unix do.
 */
final class TextReader extends Reader {
  private final InputStream in;
  private final TextLines lines;
  private @Nullable String line = "";
  private int at;

  TextReader(InputStream in, String name) {
    this.in = in;
    lines = new TextLines(in, name, RegularFile.LONGEST_LINE);
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    if (line != null && at == line.length()) {
      @Nullable String next = lines.next();
      line = next == null ? null : next + "\n";
      at = 0;
    }
    if (line == null) {
      return -1;
    }
    int count = Math.min(length, line.length() - at);
    line.getChars(at, at + count, into, from);
    at += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

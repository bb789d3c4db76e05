package dev.lethe.shell.console;

import dev.lethe.io.Visible;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Lets a terminal show what comes from outside and obey none of it: control characters and hidden
 * marks are written as escapes, except for the ends of lines and tabulators.
 */
final class VisibleWriter extends FilterWriter {

  VisibleWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    write(Character.toString(c), 0, 1);
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    write(new String(text, offset, length), 0, length);
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    String part = text.substring(offset, offset + length);
    StringBuilder shown = new StringBuilder(length);
    for (int at = 0; at < length; ) {
      int c = part.codePointAt(at);
      at += Character.charCount(c);
      boolean endsLine = c == '\n' || c == '\r' && at < length && part.charAt(at) == '\n';
      if (Visible.isHidden(c) && !endsLine && c != '\t' && !Character.isSurrogate((char) c)) {
        Visible.escape(c, shown);
      } else {
        shown.appendCodePoint(c);
      }
    }
    out.write(shown.toString());
  }
}

package dev.lethe.io;

import dev.lethe.api.LetheException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text file in UTF-8. Lines end as those of Unix, Windows and old Macs do, also
 * mixed in one file; what Unicode calls a line separator is white space within a line. A byte order
 * mark is left out. Text of another encoding, or of which a character was lost, is refused.
 */
public final class TextLines {
  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final int HEAD = 1 << 12;

  private final String name;
  private final int longest;
  private final Consumer<String> lines;
  private int number = 1;

  private TextLines(String name, int longest, Consumer<String> lines) {
    this.name = name;
    this.longest = longest;
    this.lines = lines;
  }

  /**
   * Reads what is left of a stream, line by line, blank lines included.
   *
   * @param name of what is read, for messages
   * @param longest how many bytes a line may have
   * @param lines gets the lines, in their order
   * @throws IOException if the stream cannot be read
   * @throws LetheException if it is not such a text; the message names the line
   */
  static void each(InputStream in, String name, int longest, Consumer<String> lines)
      throws IOException {
    new TextLines(name, longest, lines).read(new BufferedInputStream(in, 1 << 16));
  }

  private void read(InputStream in) throws IOException {
    in.mark(HEAD);
    WideEncoding.of(in.readNBytes(HEAD))
        .ifPresent(
            found -> {
              throw wrongEncoding(found.called(), found.iconv(), null);
            });
    in.reset();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int before = 0;
    for (int next = in.read(); next >= 0; before = next, next = in.read()) {
      if (next == '\n' && before == '\r') {
        continue; // the second half of one line end
      }
      if (next == '\n' || next == '\r') {
        take(line);
      } else if (line.size() < longest) {
        line.write(next);
      } else {
        throw refused(
            "expected a line break, found more than %d bytes without one".formatted(longest), null);
      }
    }
    if (line.size() > 0) {
      take(line);
    }
  }

  private void take(ByteArrayOutputStream line) {
    String text = decode(line.toByteArray());
    line.reset();
    boolean marked = number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    lines.accept(marked ? text.substring(1) : text);
    number++;
  }

  private String decode(byte[] line) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException e) {
      throw wrongEncoding("another encoding", "WINDOWS-1252", e);
    }
    if (text.indexOf('\0') >= 0) {
      throw refused("expected text, found a zero byte; remove it", null);
    }
    if (!IntactText.isIntact(text)) {
      throw refused(
          "a character was lost (U+FFFD) when this text was made; convert the original again, or remove the line",
          null);
    }
    return text;
  }

  private LetheException wrongEncoding(String found, String iconv, @Nullable Exception cause) {
    return refused(
        "expected UTF-8, found %s; convert the file, for example with: iconv -f %s -t UTF-8"
            .formatted(found, iconv),
        cause);
  }

  private LetheException refused(String problem, @Nullable Exception cause) {
    return new LetheException("%s, line %d: %s".formatted(name, number, problem), cause);
  }
}

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
final class TextLines {
  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final int HEAD = 1 << 12;

  private final InputStream in;
  private final String name;
  private final int longest;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int number;
  private int before;

  /**
   * Begins with what is left of a stream.
   *
   * @param name of what is read, for messages
   * @param longest how many bytes a line may have
   */
  TextLines(InputStream in, String name, int longest) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.name = name;
    this.longest = longest;
  }

  /**
   * Reads all lines, blank ones included.
   *
   * @param lines gets them, in their order
   * @throws IOException if the stream cannot be read
   * @throws LetheException if it is not such a text; the message names the line
   */
  static void each(InputStream in, String name, int longest, Consumer<String> lines)
      throws IOException {
    TextLines text = new TextLines(in, name, longest);
    for (String line = text.next(); line != null; line = text.next()) {
      lines.accept(line);
    }
  }

  /**
   * Returns the next line, which may be blank, or null where there are no more.
   *
   * @throws IOException if the stream cannot be read
   * @throws LetheException if it is not such a text; the message names the line
   */
  @Nullable String next() throws IOException {
    if (number++ == 0) {
      requireBytes();
    }
    int next = in.read();
    if (next == '\n' && before == '\r') {
      next = in.read(); // the second half of one line end
    }
    for (; next >= 0 && next != '\n' && next != '\r'; next = in.read()) {
      if (line.size() == longest) {
        throw refused(
            "expected a line break, found more than %d bytes without one".formatted(longest), null);
      }
      line.write(next);
    }
    before = next;
    return next < 0 && line.size() == 0 ? null : take();
  }

  private void requireBytes() throws IOException {
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    OtherContent.of(head)
        .ifPresent(
            found -> {
              throw refused(found.problem(), null);
            });
    WideEncoding.of(head)
        .ifPresent(
            found -> {
              throw wrongEncoding(found.called(), found.iconv(), null);
            });
    in.reset();
  }

  private String take() {
    String text = decode(line.toByteArray());
    line.reset();
    boolean marked = number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return marked ? text.substring(1) : text;
  }

  private String decode(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
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

package dev.lethe.api.data;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file that somebody named, and that was a regular one when it was looked at. Anything else is
 * refused before it is opened: opening a pipe may wait for ever, a device may never end, and what
 * is named is read more than once. A link stands for what it leads to.
 */
public final class RegularFile {
  /** No caption, name or key is as long; a line that is has no end. */
  public static final int LONGEST_LINE = 1_000_000;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String what;
  private final Path path;

  private RegularFile(String what, Path path) {
    this.what = what;
    this.path = path;
  }

  /**
   * Looks at a file without opening it.
   *
   * @param what what messages call it: the setting that names it, or what should be in it
   * @throws NotFoundException if it is not there, or is a link to something that is not
   * @throws UsageException if it is a folder, a device, a pipe or a socket
   * @throws LetheException if the system does not let anybody look
   */
  public static RegularFile of(String what, Path path) {
    BasicFileAttributes found;
    try {
      found = Files.readAttributes(path, BasicFileAttributes.class);
    } catch (IOException e) {
      throw absent(what, path, e);
    }
    if (found.isDirectory()) {
      throw new UsageException("%s: %s is a folder; expected a file".formatted(what, path));
    }
    if (!found.isRegularFile()) {
      throw new UsageException(
          "%s: %s is a device, a pipe or a socket; expected a regular file, so write its content to one"
              .formatted(what, path));
    }
    return new RegularFile(what, path);
  }

  private static LetheException absent(String what, Path path, IOException cause) {
    if (Files.isSymbolicLink(path)) {
      return new NotFoundException("%s: %s is a link that leads nowhere".formatted(what, path));
    }
    return Files.notExists(path)
        ? new NotFoundException("%s: there is no file %s".formatted(what, path))
        : LetheException.cannotRead(path, cause);
  }

  /** Returns where it is. */
  public Path path() {
    return path;
  }

  /**
   * Reads it whole.
   *
   * @param most how many bytes it may have
   * @throws LetheException if it has more, or cannot be read
   */
  public byte[] bytes(int most) {
    // Unlike a channel it survives an interrupt. The length that the system gives is not believed.
    if (!Files.isReadable(path)) {
      throw LetheException.cannotRead(path, new AccessDeniedException(path.toString()));
    }
    try (InputStream in = new FileInputStream(path.toFile())) {
      if (Files.size(path) > most) {
        throw tooLong(most);
      }
      byte[] bytes = in.readNBytes(most);
      if (in.read() >= 0) {
        throw tooLong(most);
      }
      return bytes;
    } catch (IOException e) {
      throw LetheException.cannotRead(path, e);
    }
  }

  /**
   * Reads it whole as UTF-8, without a byte order mark.
   *
   * @param most how many bytes it may have
   * @throws LetheException if it has more, is in another encoding, has a line longer than {@link
   *     #LONGEST_LINE}, or cannot be read
   */
  public String text(int most) {
    ByteBuffer bytes = ByteBuffer.wrap(bytes(most));
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new LetheException(
          "%s: %s is not valid UTF-8; save it in that encoding".formatted(what, path), e);
    }
    requireLines(text);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private void requireLines(String text) {
    int line = 1;
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        line += c == '\n' ? 1 : 0;
        length = 0;
      } else if (++length > LONGEST_LINE) {
        throw new LetheException(
            "%s: line %d of %s has more than %d characters; expected shorter lines"
                .formatted(what, line, path, LONGEST_LINE));
      }
    }
  }

  private LetheException tooLong(int most) {
    return new LetheException(
        "%s: %s has more than %d bytes; expected a smaller file".formatted(what, path, most));
  }
}

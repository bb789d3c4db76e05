package dev.lethe.io;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.function.Consumer;

/**
 * A file that somebody named, and that was a regular one when it was looked at. Anything else is
 * refused before it is opened: opening a pipe may wait for ever, a device may never end, and what
 * is named is read more than once. A link stands for what it leads to.
 */
public final class RegularFile {
  /** No caption, name or key is as long; a line that is has no end. */
  public static final int LONGEST_LINE = 1_000_000;

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
        : IoFailure.cannotRead(path, cause);
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
    requireReadable();
    // The length that the system gives is not believed.
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
      throw IoFailure.cannotRead(path, e);
    }
  }

  /**
   * Reads it whole as UTF-8, without a byte order mark; all lines end as those of Unix do.
   *
   * @param most how many bytes it may have
   * @throws LetheException if it has more, cannot be read, or {@link #lines} would refuse a line
   */
  public String text(int most) {
    return text(most, LONGEST_LINE);
  }

  /**
   * Reads it whole as {@link #text} does, but a line may be as long as the file: many programs
   * write JSON without a line break.
   *
   * @param most how many bytes it may have
   * @throws LetheException if it has more, cannot be read, or is no such text
   */
  public String document(int most) {
    return text(most, most);
  }

  private String text(int most, int longestLine) {
    byte[] bytes = bytes(most);
    StringBuilder text = new StringBuilder(bytes.length);
    try {
      TextLines.each(
          new ByteArrayInputStream(bytes),
          name(),
          longestLine,
          line -> text.append(line).append('\n'));
    } catch (IOException e) {
      throw IoFailure.cannotRead(path, e);
    }
    int last = bytes.length == 0 ? '\n' : bytes[bytes.length - 1];
    text.setLength(Math.max(0, text.length() - (last == '\n' || last == '\r' ? 0 : 1)));
    return text.toString();
  }

  /**
   * Reads it line by line as UTF-8, without a byte order mark; what gzip or Zstandard has packed is
   * unpacked. Lines end as those of Unix, Windows and old Macs do, also mixed in one file; what
   * Unicode calls a line separator is white space within a line.
   *
   * @param hash gets all bytes, those that were packed where the file is packed
   * @param lines gets the lines in their order, blank ones included
   * @throws LetheException if it cannot be read, is in another encoding, holds a zero byte or a
   *     character that was lost, or has a line of more than {@link #LONGEST_LINE} bytes
   */
  public void lines(MessageDigest hash, Consumer<String> lines) {
    try (InputStream in = new DigestInputStream(open(), hash)) {
      TextLines.each(in, name(), LONGEST_LINE, lines);
    } catch (IOException e) {
      throw IoFailure.cannotRead(path, e);
    }
  }

  /**
   * Opens it as {@link #lines} reads it, for a parser of characters. Reading throws what {@link
   * #lines} does; all lines end as those of Unix do.
   *
   * @throws LetheException if it cannot be opened
   */
  public Reader reader() {
    return new TextReader(open(), name());
  }

  /**
   * Opens it; of a file that gzip or Zstandard has packed comes what was packed.
   *
   * @throws LetheException if it cannot be opened
   */
  public InputStream open() {
    requireReadable();
    try {
      return Decompression.of(new FileInputStream(path.toFile()));
    } catch (IOException e) {
      throw IoFailure.cannotRead(path, e);
    }
  }

  private String name() {
    return what + ": " + path;
  }

  // Unlike a channel, a stream of a file survives an interrupt, but calls every failure "not
  // found".
  private void requireReadable() {
    if (!Files.isReadable(path)) {
      throw IoFailure.cannotRead(path, new AccessDeniedException(path.toString()));
    }
  }

  private LetheException tooLong(int most) {
    return new LetheException(
        "%s: %s has more than %d bytes; expected a smaller file".formatted(what, path, most));
  }
}

package dev.lethe.data.image;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.Sha256;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.image.Picture;
import dev.lethe.data.hash.ContentHash;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A picture in a file: JPEG, PNG, GIF (its first frame) or BMP. An EXIF orientation is ignored, as
 * OpenCLIP's data loaders do.
 *
 * @param path the file
 * @param toRgb when it becomes RGB
 */
public record PathImage(Path path, RgbConversion toRgb) implements ImageFile {
  private static final int MOST_BYTES = 1 << 28;
  private static final String EMPTY = "the file is empty";

  /** A picture that becomes RGB after it was resized. */
  public PathImage(Path path) {
    this(path, RgbConversion.AFTER_RESIZE);
  }

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public Optional<String> contentHash() {
    ContentHash hash = new ContentHash();
    hash.add(toRgb.name(), Sha256.of(bytes(MOST_BYTES + 1)));
    return Optional.of(hash.hex());
  }

  @Override
  public Picture read() {
    try {
      return toRgb.apply(decode());
    } catch (IOException e) {
      throw new LetheException(path + " is not a picture that can be read: " + e.getMessage(), e);
    }
  }

  /**
   * Looks at the first bytes of the file.
   *
   * @return what it is, with its article, where it is no picture of a format that is read
   * @throws LetheException if the file cannot be opened
   */
  public Optional<String> otherFormat() {
    byte[] begin = bytes(PictureFormat.BEGIN);
    if (begin.length == 0) {
      return Optional.of(EMPTY);
    }
    return PictureFormat.of(begin).isPresent()
        ? Optional.empty()
        : Optional.of(OtherFormat.name(begin));
  }

  /**
   * Tries to decode the picture.
   *
   * @return what is wrong with its content, or empty if nothing is
   * @throws LetheException if the file cannot be opened
   */
  public Optional<String> problem() {
    try {
      decode();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Returns what a hash calls this picture: its name, and how it is read where that matters. */
  public String label() {
    String name = path.getFileName().toString();
    return toRgb == RgbConversion.AFTER_RESIZE ? name : name + " as RGB";
  }

  /** The message of what it throws is one line. */
  private Picture decode() throws IOException {
    byte[] content = bytes(MOST_BYTES + 1);
    if (content.length > MOST_BYTES) {
      throw new IOException("expected at most %d bytes, found more".formatted(MOST_BYTES));
    }
    if (content.length == 0) {
      throw new IOException(EMPTY);
    }
    PictureFormat format = PictureFormat.of(content).orElse(null);
    if (format == null) {
      throw new IOException("expected a JPEG, PNG, GIF or BMP, found " + OtherFormat.name(content));
    }
    try {
      return format.decode(content);
    } catch (EOFException e) {
      throw new IOException("it is cut short", e);
    } catch (IOException e) {
      throw new IOException(firstLine(e.getMessage()), e);
    } catch (RuntimeException e) { // the JDK's decoders throw many kinds at damaged files
      throw new IOException("it is damaged (" + firstLine(e.toString()) + ")", e);
    }
  }

  private byte[] bytes(int most) {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(most);
    } catch (NoSuchFileException e) {
      throw new NotFoundException("picture " + path + " does not exist");
    } catch (IOException e) {
      throw LetheException.cannotRead(path, e);
    }
  }

  private static String firstLine(@Nullable String text) {
    return String.valueOf(text).lines().findFirst().orElse("it is damaged");
  }
}

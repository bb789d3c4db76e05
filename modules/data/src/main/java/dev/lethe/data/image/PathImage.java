package dev.lethe.data.image;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.image.Picture;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.data.hash.ContentHash;
import dev.lethe.io.IoFailure;
import dev.lethe.io.Visible;
import dev.lethe.io.hash.Sha256;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A picture in a file or a stretch of one: JPEG, PNG, WebP or GIF (the first frame) or BMP. An EXIF
 * orientation is ignored, as OpenCLIP's data loaders do.
 *
 * @param range where its bytes are
 * @param toRgb when it becomes RGB
 */
public record PathImage(FileRange range, RgbConversion toRgb) implements ImageFile {
  private static final int MOST_BYTES = 1 << 28;

  /** Of a file's content: as it is read, without what does not matter, as that is made and read. */
  private static final int COPIES = 4;

  private static final String EMPTY = "the file is empty";

  /** A picture that is a whole file. */
  public PathImage(Path path, RgbConversion toRgb) {
    this(FileRange.whole(path), toRgb);
  }

  /** A picture that is a whole file and becomes RGB after it was resized. */
  public PathImage(Path path) {
    this(path, RgbConversion.AFTER_RESIZE);
  }

  /** Returns the file that holds it. */
  public Path file() {
    return range.file();
  }

  /** Returns where it seems to lie: its file or, in an archive, its name below that. */
  public Path path() {
    return range.path();
  }

  @Override
  public String name() {
    return Visible.of(path().toString());
  }

  @Override
  public Optional<String> contentHash() {
    ContentHash hash = new ContentHash();
    hash.add(toRgb.name(), sha256());
    return Optional.of(hash.hex());
  }

  /**
   * Returns the SHA-256 of its bytes, in hexadecimal.
   *
   * @throws LetheException if it cannot be read
   */
  public String sha256() {
    MessageDigest digest = Sha256.start();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = range.open()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    } catch (IOException e) {
      throw cannotRead(e);
    }
    return Sha256.end(digest);
  }

  /** What is damaged takes no memory but its bytes; reading it tells what is wrong. */
  @Override
  public long memory() {
    long size = 0;
    try (InputStream in = new BufferedInputStream(range.open())) {
      size = Math.min(range.size(), MOST_BYTES);
      in.mark(PictureFormat.BEGIN);
      Optional<PictureFormat> format = PictureFormat.of(in.readNBytes(PictureFormat.BEGIN));
      in.reset();
      return COPIES * size + (format.isPresent() ? format.get().claim(in, size).memory() : 0);
    } catch (IOException e) {
      return COPIES * size;
    }
  }

  @Override
  public Picture read() {
    try {
      return toRgb.apply(decode());
    } catch (IOException e) {
      throw new LetheException(name() + " is not a picture that can be read: " + e.getMessage(), e);
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
    String name = path().getFileName().toString();
    return toRgb == RgbConversion.AFTER_RESIZE ? name : name + " as RGB";
  }

  /** The message of what it throws is one line. */
  private Picture decode() throws IOException {
    try {
      byte[] content = bytes(MOST_BYTES + 1);
      return format(content).decode(content);
    } catch (EOFException e) {
      throw new IOException("it is cut short", e);
    } catch (IOException e) {
      requireMemory(e);
      throw new IOException(firstLine(e.getMessage()), e);
    } catch (LetheException e) {
      throw e;
    } catch (RuntimeException e) { // the JDK's decoders throw many kinds at damaged files
      requireMemory(e);
      throw new IOException("it is damaged (" + firstLine(e.toString()) + ")", e);
    } catch (OutOfMemoryError e) {
      requireMemory(e);
      throw e;
    }
  }

  private static PictureFormat format(byte[] content) throws IOException {
    if (content.length > MOST_BYTES) {
      throw new IOException("expected at most %d bytes, found more".formatted(MOST_BYTES));
    }
    if (content.length == 0) {
      throw new IOException(EMPTY);
    }
    PictureFormat format = PictureFormat.of(content).orElse(null);
    if (format == null) {
      throw new IOException(
          "expected a JPEG, PNG, WebP, GIF or BMP, found " + OtherFormat.name(content));
    }
    return format;
  }

  /** Too little memory says nothing about a file, wherever the JDK's decoders hide it. */
  private void requireMemory(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        throw new LetheException(
            "%s cannot be decoded, which takes %s: Java's memory of %s does not suffice; give it more, such as LETHE_JAVA_OPTS=-Xmx8g, or make the picture smaller"
                .formatted(
                    name(), new ByteSize(memory()), new ByteSize(Runtime.getRuntime().maxMemory())),
            failure);
      }
    }
  }

  private byte[] bytes(int most) {
    try (InputStream in = range.open()) {
      return in.readNBytes(most);
    } catch (IOException e) {
      throw cannotRead(e);
    }
  }

  private LetheException cannotRead(IOException e) {
    return e instanceof NoSuchFileException
        ? new NotFoundException("picture " + name() + " does not exist")
        : IoFailure.cannotRead(file(), e);
  }

  private static String firstLine(@Nullable String text) {
    return String.valueOf(text).lines().findFirst().orElse("it is damaged");
  }
}

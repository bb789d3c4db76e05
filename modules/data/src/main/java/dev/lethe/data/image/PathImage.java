package dev.lethe.data.image;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.image.Picture;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A picture in a file: JPEG, PNG, GIF (its first frame) or BMP. An EXIF orientation is ignored, as
 * OpenCLIP's data loaders do.
 *
 * @param path the file
 */
public record PathImage(Path path) implements ImageFile {
  private static final int MOST_BYTES = 1 << 28;

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public Picture read() {
    byte[] content = bytes();
    try {
      return PictureFormat.of(content).decode(content);
    } catch (EOFException e) {
      throw unreadable("it is cut short", e);
    } catch (IOException e) {
      throw unreadable(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) { // the JDK's decoders throw many kinds at damaged files
      throw unreadable("it is damaged (" + e + ")", e);
    }
  }

  private byte[] bytes() {
    try {
      if (Files.size(path) > MOST_BYTES) {
        throw unreadable(
            "expected at most %d bytes, found %d".formatted(MOST_BYTES, Files.size(path)), null);
      }
      return Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw new NotFoundException("picture " + path + " does not exist");
    } catch (AccessDeniedException e) {
      throw new LetheException(path + " cannot be read: permission denied", e);
    } catch (IOException e) {
      throw new LetheException(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private LetheException unreadable(String reason, @Nullable Exception e) {
    String line = reason.lines().findFirst().orElse("it is damaged");
    return new LetheException(path + " is not a picture that can be read: " + line, e);
  }
}

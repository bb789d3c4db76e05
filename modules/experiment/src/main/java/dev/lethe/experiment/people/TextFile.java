package dev.lethe.experiment.people;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.experiment.store.DiskFailure;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the small text files that a configuration names. */
final class TextFile {
  private TextFile() {}

  /**
   * Reads a file as UTF-8, without a byte order mark.
   *
   * @param place the setting that names it, for messages
   * @throws NotFoundException if there is none
   * @throws LetheException if it is not UTF-8
   */
  static String read(Path path, String place) {
    if (!Files.isRegularFile(path)) {
      throw new NotFoundException("%s: there is no file %s".formatted(place, path));
    }
    try {
      String text = Files.readString(path);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new LetheException(
          "%s: %s is not valid UTF-8; save it in that encoding".formatted(place, path), e);
    } catch (IOException e) {
      throw DiskFailure.of("read", path, e);
    }
  }
}

package dev.lethe.experiment;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a configuration and what messages call it.
 *
 * @param name usually the path of the file
 * @param yaml its text
 */
public record ConfigSource(String name, String yaml) {

  /**
   * Reads a file.
   *
   * @throws NotFoundException if there is none
   * @throws LetheException if it cannot be read as UTF-8
   */
  public static ConfigSource file(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new NotFoundException("no configuration at " + path);
    }
    try {
      return new ConfigSource(path.toString(), Files.readString(path));
    } catch (CharacterCodingException e) {
      throw new LetheException(path + " is not valid UTF-8; save it in that encoding", e);
    } catch (IOException e) {
      throw new LetheException("cannot read " + path + ": " + e.getMessage(), e);
    }
  }
}

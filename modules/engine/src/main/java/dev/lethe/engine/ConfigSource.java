package dev.lethe.engine;

import dev.lethe.io.RegularFile;
import java.nio.file.Path;

/**
 * The text of a configuration and what messages call it.
 *
 * @param name usually the path of the file
 * @param yaml its text
 */
public record ConfigSource(String name, String yaml) {
  /** How many bytes the text may have: room for fifty thousand names in a list. */
  public static final int LARGEST = 1 << 20;

  /**
   * Reads a file.
   *
   * @throws dev.lethe.api.NotFoundException if there is none
   * @throws dev.lethe.api.LetheException if it is no regular file, too large or not UTF-8
   */
  public static ConfigSource file(Path path) {
    return new ConfigSource(path.toString(), RegularFile.of("configuration", path).text(LARGEST));
  }
}

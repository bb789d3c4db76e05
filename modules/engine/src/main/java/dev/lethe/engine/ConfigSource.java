package dev.lethe.engine;

import dev.lethe.io.RegularFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The text of a configuration and what messages call it.
 *
 * @param name usually the path of the file
 * @param yaml its text
 * @param file where it was read, or null for a text that stands in no file
 */
public record ConfigSource(String name, String yaml, @Nullable Path file) {
  /** How many bytes the text may have: room for fifty thousand names in a list. */
  public static final int LARGEST = 1 << 20;

  /** A text that stands in no file. */
  public ConfigSource(String name, String yaml) {
    this(name, yaml, null);
  }

  /**
   * Reads a file.
   *
   * @throws dev.lethe.api.NotFoundException if there is none
   * @throws dev.lethe.api.LetheException if it is no regular file, too large or not UTF-8
   */
  public static ConfigSource file(Path path) {
    return file(path, "configuration");
  }

  /**
   * Reads a file that something names.
   *
   * @param place what names it, for messages
   */
  public static ConfigSource file(Path path, String place) {
    return new ConfigSource(path.toString(), RegularFile.of(place, path).text(LARGEST), path);
  }

  /** Returns the path that a relative one means here: it starts at the folder of the file. */
  public Path resolve(String path) {
    return file == null ? Path.of(path) : file.resolveSibling(path);
  }
}

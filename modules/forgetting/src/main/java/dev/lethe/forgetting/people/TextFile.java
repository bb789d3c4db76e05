package dev.lethe.forgetting.people;

import dev.lethe.io.RegularFile;
import java.nio.file.Path;

/** Reads the small text files that a configuration names. */
final class TextFile {
  /** Ten million names; a file of one name a line that is larger is something else. */
  private static final int LARGEST = 256 << 20;

  private TextFile() {}

  /**
   * Reads a file as UTF-8, without a byte order mark.
   *
   * @param place the setting that names it, for messages
   * @throws dev.lethe.api.NotFoundException if there is none
   * @throws dev.lethe.api.LetheException if it is no regular file, too large or not UTF-8
   */
  static String read(Path path, String place) {
    return RegularFile.of(place, path).text(LARGEST);
  }
}

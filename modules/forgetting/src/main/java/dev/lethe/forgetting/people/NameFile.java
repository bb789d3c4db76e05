package dev.lethe.forgetting.people;

import dev.lethe.api.LetheException;
import java.nio.file.Path;
import java.util.List;

/** A text file of names, one a line. */
final class NameFile {
  private NameFile() {}

  /**
   * Reads the names, stripped, in the order of the file.
   *
   * @throws LetheException if there is none
   */
  static List<String> read(Path path, String place) {
    List<String> names =
        TextFile.read(path, place)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
    if (names.isEmpty()) {
      throw new LetheException("%s: there is no name in %s".formatted(place, path));
    }
    return names;
  }
}

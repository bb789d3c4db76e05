package dev.lethe.experiment.people;

import dev.lethe.api.LetheException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A text file of names, one a line.
 *
 * @param names each once, stripped, in the order of the file
 * @param repeated how many lines repeat a name, in whatever case
 */
record NameFile(List<String> names, int repeated) {

  static NameFile read(Path path, String place) {
    Map<String, String> byKey = new LinkedHashMap<>();
    int lines = 0;
    for (String line : TextFile.read(path, place).lines().map(String::strip).toList()) {
      if (!line.isEmpty()) {
        lines++;
        byKey.putIfAbsent(key(line), line);
      }
    }
    if (byKey.isEmpty()) {
      throw new LetheException("%s: there is no name in %s".formatted(place, path));
    }
    return new NameFile(new ArrayList<>(byKey.values()), lines - byKey.size());
  }

  /** What makes two spellings of a name the same: case does not count. */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

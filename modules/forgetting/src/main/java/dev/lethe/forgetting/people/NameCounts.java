package dev.lethe.forgetting.people;

import dev.lethe.api.LetheException;
import dev.lethe.io.csv.CsvRow;
import dev.lethe.io.csv.CsvTable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How often names occur in training captions: a CSV file with {@code name} and {@code count}. */
final class NameCounts {
  private static final String PLACE = "people.counts";

  private final Map<String, Long> counts;
  private final KnownNames names;

  private NameCounts(Map<String, Long> counts, NameReader reader) {
    this.counts = counts;
    names = new KnownNames(counts.keySet(), reader);
  }

  /**
   * Reads a file.
   *
   * @throws LetheException if it is missing or wrong, or gives a name two counts
   */
  static NameCounts read(Path path, NameReader reader) {
    Map<String, Long> counts = new HashMap<>();
    Map<Object, Long> read = new HashMap<>();
    CsvTable table = CsvTable.read(PLACE, path);
    table.require("name");
    table.require("count");
    for (CsvRow row : table.rows()) {
      String name = row.cell("name");
      String written = row.cell("count");
      if (!written.matches("\\d{1,18}")) {
        throw new LetheException(
            "%s: line %d of %s must hold a count of at least 0 (got '%s')"
                .formatted(PLACE, row.line(), path, written));
      }
      Long count = Long.valueOf(written);
      Long other = read.putIfAbsent(reader.key(name), count);
      if (other != null && !other.equals(count)) {
        throw new LetheException(
            "%s: line %d of %s gives '%s' another count than a line before (%d and %d); keep one"
                .formatted(PLACE, row.line(), path, name, other, count));
      }
      counts.put(name, count);
    }
    return new NameCounts(counts, reader);
  }

  /** Returns the count of a name in any writing; empty if it is not there. */
  Optional<Long> of(String name) {
    return names.find(name).map(counts::get);
  }
}

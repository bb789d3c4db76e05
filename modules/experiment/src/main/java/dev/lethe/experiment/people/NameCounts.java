package dev.lethe.experiment.people;

import dev.lethe.api.LetheException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads how often names occur in training captions: a CSV file with {@code name} and count. */
final class NameCounts {
  private static final String PLACE = "people.counts";

  private NameCounts() {}

  /** Returns the counts by lower-case name. */
  static Map<String, Long> read(Path path) {
    Map<String, Long> counts = new HashMap<>();
    for (Csv.Row row : Csv.read(path, PLACE, "name", "count").rows()) {
      String count = row.cell("count");
      if (!count.matches("\\d{1,18}")) {
        throw new LetheException(
            "%s: line %d of %s must hold a count of at least 0 (got '%s')"
                .formatted(PLACE, row.line(), path, count));
      }
      counts.put(NameFile.key(row.cell("name")), Long.valueOf(count));
    }
    return counts;
  }
}

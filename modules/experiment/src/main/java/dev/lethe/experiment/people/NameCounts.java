package dev.lethe.experiment.people;

import dev.lethe.api.LetheException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** Reads how often names occur in training captions: a CSV file with {@code name} and count. */
final class NameCounts {
  private static final String PLACE = "people.counts";

  private NameCounts() {}

  /** Returns the counts by lower-case name. */
  static Map<String, Long> read(Path path) {
    Map<String, Long> counts = new HashMap<>();
    for (CSVRecord row : Csv.read(path, PLACE, "name", "count").rows()) {
      String count = Csv.cell(row, "count");
      if (!count.matches("\\d{1,18}")) {
        throw new LetheException(
            "%s: line %d of %s must hold a count of at least 0 (got '%s')"
                .formatted(PLACE, row.getRecordNumber() + 1, path, count));
      }
      counts.put(NameFile.key(Csv.cell(row, "name")), Long.valueOf(count));
    }
    return counts;
  }
}

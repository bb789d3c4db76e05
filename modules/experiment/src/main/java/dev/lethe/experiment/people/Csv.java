package dev.lethe.experiment.people;

import dev.lethe.api.LetheException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file with a header.
 *
 * @param columns in the order of the file
 * @param rows the lines below the header
 */
record Csv(List<String> columns, List<CSVRecord> rows) {

  static Csv read(Path path, String place, String... needed) {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setAllowMissingColumnNames(true)
            .setTrim(true)
            .get();
    try (CSVParser parser = format.parse(new StringReader(TextFile.read(path, place)))) {
      List<String> columns = parser.getHeaderNames();
      for (String column : needed) {
        if (!columns.contains(column)) {
          throw new LetheException(
              "%s: %s needs a column '%s' in its first line, which has: %s"
                  .formatted(place, path, column, String.join(", ", columns)));
        }
      }
      return new Csv(columns, parser.getRecords());
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new LetheException(
          "%s: %s is no valid CSV: %s".formatted(place, path, e.getMessage()), e);
    }
  }

  /** Returns a cell, stripped; empty where the line or the table has none. */
  static String cell(CSVRecord row, String column) {
    return row.isSet(column) ? row.get(column).strip() : "";
  }
}

package dev.lethe.forgetting.people;

import dev.lethe.api.LetheException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file with a header, which every row fits.
 *
 * @param columns in the order of the file
 * @param rows what stands below the header
 */
record Csv(List<String> columns, List<Row> rows) {

  /**
   * A row.
   *
   * @param line on which it ends, from 1
   */
  record Row(CSVRecord cells, long line) {

    /** Returns a cell, stripped; empty where the table has no such column. */
    String cell(String column) {
      return cells.isSet(column) ? cells.get(column).strip() : "";
    }

    private boolean isBlank() {
      return cells.stream().allMatch(String::isBlank);
    }
  }

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
      requireDistinct(columns, path, place);
      for (String column : needed) {
        if (!columns.contains(column)) {
          throw new LetheException(
              "%s: %s needs a column '%s' in its first line, which has: %s"
                  .formatted(place, path, column, String.join(", ", columns)));
        }
      }
      List<Row> rows = new ArrayList<>();
      for (CSVRecord cells : parser) {
        Row row = new Row(cells, parser.getCurrentLineNumber());
        if (!row.isBlank()) {
          rows.add(requireWhole(row, columns, path, place));
        }
      }
      return new Csv(columns, rows);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new LetheException(
          "%s: %s is no valid CSV: %s".formatted(place, path, e.getMessage()), e);
    }
  }

  private static void requireDistinct(List<String> columns, Path path, String place) {
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!column.isEmpty() && !seen.add(column)) {
        throw new LetheException(
            "%s: %s has two columns '%s' in its first line; keep one"
                .formatted(place, path, column));
      }
    }
  }

  private static Row requireWhole(Row row, List<String> columns, Path path, String place) {
    int cells = row.cells().size();
    if (cells == columns.size()) {
      return row;
    }
    throw new LetheException(
        "%s: line %d of %s has %d cells, but its first line has %d (%s); put a cell that holds a comma into double quotes"
            .formatted(place, row.line(), path, cells, columns.size(), String.join(", ", columns)));
  }
}

package dev.lethe.data.names;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.io.RegularFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file in UTF-8 with a header; the case of the header does not matter. */
final class CsvTable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreHeaderCase(true)
          .setAllowMissingColumnNames(true)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  /** Room for ten million names. */
  private static final int LARGEST = 256 << 20;

  private final Path file;
  private final List<String> header;
  private final List<CSVRecord> rows;

  /**
   * Reads a file.
   *
   * @throws NotFoundException if it does not exist
   * @throws LetheException if it is not CSV in UTF-8, a row does not fit the header, or two columns
   *     have one name
   */
  CsvTable(Path file) {
    this.file = file;
    String text = RegularFile.of("names", file).text(LARGEST);
    try (CSVParser parser = FORMAT.parse(new StringReader(text))) {
      header = parser.getHeaderNames();
      requireDistinct();
      rows = new ArrayList<>();
      for (CSVRecord row : parser) {
        if (!row.stream().allMatch(String::isBlank)) {
          requireWhole(row, parser.getCurrentLineNumber());
          rows.add(row);
        }
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new LetheException(file + " cannot be read as CSV: " + e.getMessage(), e);
    }
  }

  /** Returns the rows below the header. */
  List<CSVRecord> rows() {
    return rows;
  }

  /**
   * Returns the name of a column as the header writes it.
   *
   * @throws LetheException if there is none; the message lists those there are
   */
  String column(String name) {
    return header.stream()
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(
            () ->
                new LetheException(
                    "%s has no column '%s'; it has: %s"
                        .formatted(file, name, String.join(", ", header))));
  }

  private void requireDistinct() {
    Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (String column : header) {
      if (!column.isEmpty() && !seen.add(column)) {
        throw new LetheException(
            "%s has two columns '%s' in its first line; keep one".formatted(file, column));
      }
    }
  }

  private void requireWhole(CSVRecord row, long line) {
    if (row.size() != header.size()) {
      throw new LetheException(
          "line %d of %s has %d cells, but its first line has %d; put a cell that holds a comma into double quotes"
              .formatted(line, file, row.size(), header.size()));
    }
  }
}

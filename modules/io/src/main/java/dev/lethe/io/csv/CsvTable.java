package dev.lethe.io.csv;

import dev.lethe.api.LetheException;
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

/**
 * A CSV file in UTF-8 with a header, which every row fits. The case of the header does not matter;
 * rows of blank cells are left out.
 */
public final class CsvTable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreHeaderCase(true)
          .setIgnoreEmptyLines(true)
          .setAllowMissingColumnNames(true)
          .setTrim(true)
          .get();

  /** Room for ten million names. */
  private static final int LARGEST = 256 << 20;

  private final String place;
  private final Path file;
  private final List<String> columns;
  private final List<CsvRow> rows;

  private CsvTable(String place, Path file, CSVParser parser) {
    this.place = place;
    this.file = file;
    columns = List.copyOf(parser.getHeaderNames());
    requireDistinct();
    List<CsvRow> read = new ArrayList<>();
    for (CSVRecord cells : parser) {
      if (!cells.stream().allMatch(String::isBlank)) {
        requireWhole(cells, parser.getCurrentLineNumber());
        read.add(new CsvRow(cells, parser.getCurrentLineNumber()));
      }
    }
    rows = List.copyOf(read);
  }

  /**
   * Reads a file.
   *
   * @param place what names it, for messages: {@code people.counts}
   * @throws dev.lethe.api.NotFoundException if there is none
   * @throws LetheException if it is not CSV in UTF-8, a row does not fit the header, or two columns
   *     have one name
   */
  public static CsvTable read(String place, Path file) {
    String text = RegularFile.of(place, file).text(LARGEST);
    try (CSVParser parser = FORMAT.parse(new StringReader(text))) {
      return new CsvTable(place, file, parser);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new LetheException(
          "%s: %s cannot be read as CSV: %s".formatted(place, file, e.getMessage()), e);
    }
  }

  /** Returns the names of the columns, in the order of the file and as it writes them. */
  public List<String> columns() {
    return columns;
  }

  /** Returns the rows below the header, in the order of the file. */
  public List<CsvRow> rows() {
    return rows;
  }

  /**
   * Makes sure that there is a column.
   *
   * @return the name that was given
   * @throws LetheException if there is none; the message lists those there are
   */
  public String require(String column) {
    if (columns.stream().noneMatch(column::equalsIgnoreCase)) {
      throw new LetheException(
          "%s: %s has no column '%s' in its first line, which has: %s"
              .formatted(place, file, column, String.join(", ", columns)));
    }
    return column;
  }

  private void requireDistinct() {
    Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (String column : columns) {
      if (!column.isEmpty() && !seen.add(column)) {
        throw new LetheException(
            "%s: %s has two columns '%s' in its first line; keep one"
                .formatted(place, file, column));
      }
    }
  }

  private void requireWhole(CSVRecord cells, long line) {
    if (cells.size() != columns.size()) {
      throw new LetheException(
          "%s: line %d of %s has %d cells, but its first line has %d (%s); put a cell that holds a comma into double quotes"
              .formatted(
                  place, line, file, cells.size(), columns.size(), String.join(", ", columns)));
    }
  }
}

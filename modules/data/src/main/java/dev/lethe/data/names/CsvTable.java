package dev.lethe.data.names;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.data.RegularFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
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
   * @throws LetheException if it is not CSV in UTF-8
   */
  CsvTable(Path file) {
    this.file = file;
    String text = RegularFile.of("names", file).text(LARGEST);
    try (CSVParser parser = FORMAT.parse(new StringReader(text))) {
      rows = parser.getRecords();
      header = parser.getHeaderNames();
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
}

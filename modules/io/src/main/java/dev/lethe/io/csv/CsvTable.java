package dev.lethe.io.csv;

import dev.lethe.api.LetheException;
import dev.lethe.io.RegularFile;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file in UTF-8 with a header, which every row fits. The case of the header does not matter;
 * rows of blank cells are left out.
 */
public final class CsvTable {
  /** Room for ten million names. */
  private static final int LARGEST = 256 << 20;

  private final CsvRows reader;
  private final List<CsvRow> rows = new ArrayList<>();

  private CsvTable(CsvRows reader) {
    this.reader = reader;
    for (@Nullable CsvRow row = reader.next(); row != null; row = reader.next()) {
      rows.add(row);
    }
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
    try (CsvRows rows = new CsvRows(place, file, new StringReader(text), CsvFormat.CSV)) {
      return new CsvTable(rows);
    }
  }

  /** Returns the names of the columns, in the order of the file and as it writes them. */
  public List<String> columns() {
    return reader.columns();
  }

  /** Returns the rows below the header, in the order of the file. */
  public List<CsvRow> rows() {
    return Collections.unmodifiableList(rows);
  }

  /**
   * Makes sure that there is a column.
   *
   * @return the name that was given
   * @throws LetheException if there is none; the message lists those there are
   */
  public String require(String column) {
    return reader.require(column);
  }
}

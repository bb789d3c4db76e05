package dev.lethe.data.captions;

import dev.lethe.api.data.CaptionList;
import dev.lethe.api.data.Captions;
import dev.lethe.io.RegularFile;
import dev.lethe.io.csv.CsvFormat;
import dev.lethe.io.csv.CsvRow;
import dev.lethe.io.csv.CsvRows;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A column of a table that is read row by row. */
final class CaptionColumn {
  /** What the setting means, for the records that have it. */
  static final String COLUMN =
      "The column that holds the captions: its name or, without a header, its number from 1.";

  /** What the setting means, for the records that have it. */
  static final String HEADER = "Whether the first line names the columns.";

  /** How img2dataset calls the column. */
  static final String NAME = "caption";

  private static final String PLACE = "captions";

  private final Path path;
  private final String column;
  private final CsvFormat format;

  CaptionColumn(Path path, String column, CsvFormat format) {
    this.path = RegularFile.of(PLACE, path).path();
    this.column = column;
    this.format = format;
  }

  Captions read() {
    CaptionList captions = new CaptionList();
    try (CsvRows rows = CsvRows.open(PLACE, path, format)) {
      rows.require(column);
      for (@Nullable CsvRow row = rows.next(); row != null; row = rows.next()) {
        captions.add(row.cell(column));
      }
    }
    return captions.captions(path.toString());
  }
}

package dev.lethe.data.captions;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import java.nio.file.Path;

/**
 * Which file holds the captions, and in which column.
 *
 * @param path a table in UTF-8
 * @param column its name or, without a header, its number from 1
 * @param header whether the first line names the columns
 */
public record CsvSettings(
    @Setting("The CSV file, in UTF-8; it may be packed by gzip or Zstandard.") Path path,
    @Setting(value = CaptionColumn.COLUMN, defaultValue = CaptionColumn.NAME) String column,
    @Setting(value = CaptionColumn.HEADER, defaultValue = "true") boolean header) {

  /** Checks the column. */
  public CsvSettings {
    Check.text("column", column);
  }
}

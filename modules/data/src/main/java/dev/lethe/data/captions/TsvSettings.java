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
 * @param quotes whether double quotes may surround a cell
 */
public record TsvSettings(
    @Setting("The file, in UTF-8; it may be packed by gzip or Zstandard.") Path path,
    @Setting(value = CaptionColumn.COLUMN, defaultValue = CaptionColumn.NAME) String column,
    @Setting(value = CaptionColumn.HEADER, defaultValue = "true") boolean header,
    @Setting(
            value =
                "Whether a cell in double quotes may hold tabs and line breaks, as pandas writes them; otherwise quotes are text.",
            defaultValue = "true")
        boolean quotes) {

  /** Checks the column. */
  public TsvSettings {
    Check.text("column", column);
  }
}

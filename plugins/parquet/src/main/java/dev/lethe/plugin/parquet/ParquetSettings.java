package dev.lethe.plugin.parquet;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which files hold the captions, and in which column.
 *
 * @param path a file, or a folder of them
 * @param column its name; the case does not matter
 * @param limit how many rows are read, or null for all
 */
public record ParquetSettings(
    @Setting("A Parquet file, or a folder of .parquet files, read in the order of their names.")
        Path path,
    @Setting(
            value = "The column that holds the captions, such as TEXT in LAION's metadata.",
            defaultValue = "caption")
        String column,
    @Setting("How many rows are read, the first of all files; without it, all.")
        @Nullable Long limit) {

  /** Checks the column and the limit. */
  public ParquetSettings {
    Check.text("column", column);
    if (limit != null) {
      Check.between("limit", limit, 1, Long.MAX_VALUE);
    }
  }
}

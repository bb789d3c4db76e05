package dev.lethe.data.manifest;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a table with a picture in each row is read.
 *
 * @param pictureColumn holds paths
 * @param separator what stands between two cells
 * @param folder what the paths start from, or null for the folder of the table
 */
public record ManifestSettings(
    @Setting(value = "The column that holds the paths of the pictures.", defaultValue = "path")
        String pictureColumn,
    @Setting(value = "What stands between two cells.", defaultValue = "comma") Separator separator,
    @Setting("The folder that the paths start from; without it, the one that holds the file.")
        @Nullable Path folder) {

  /** What the setting that is these settings says of itself, for the records that have it. */
  public static final String SETTING = "How the table is read.";

  /** Checks the column. */
  public ManifestSettings {
    Check.text("picture-column", pictureColumn);
  }
}

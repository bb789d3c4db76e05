package dev.lethe.data.people;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import dev.lethe.data.inventory.PictureReading;
import dev.lethe.data.manifest.ManifestSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which table lists the people.
 *
 * @param path a table in UTF-8 with a header
 * @param onlySplit which rows count, or null for all
 * @param nameColumn holds names
 * @param splitColumn holds what {@code only-split} is compared with
 * @param table how it is read
 * @param reading how pictures are read
 */
public record ListedPeopleSettings(
    @Setting(
            value = "The file, in UTF-8 with a header; it may be packed by gzip or Zstandard.",
            offWithout = true)
        Path path,
    @Setting("Of which split the rows are that count, such as train; without it, all rows.")
        @Nullable String onlySplit,
    @Setting(value = "The column that holds the name, with '_' as space.", defaultValue = "name")
        String nameColumn,
    @Setting(value = "The column that holds the split.", defaultValue = "split") String splitColumn,
    @Setting(value = ManifestSettings.SETTING, inline = true) ManifestSettings table,
    @Setting(value = PictureReading.SETTING, inline = true) PictureReading reading) {

  /** Checks the columns. */
  public ListedPeopleSettings {
    Check.text("name-column", nameColumn);
    Check.text("split-column", splitColumn);
  }
}

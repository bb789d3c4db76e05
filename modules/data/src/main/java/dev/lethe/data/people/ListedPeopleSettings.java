package dev.lethe.data.people;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import dev.lethe.data.image.RgbConversion;
import dev.lethe.data.inventory.Unreadable;
import dev.lethe.data.manifest.Separator;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which table lists the people.
 *
 * @param path a table in UTF-8 with a header
 * @param onlySplit which rows count, or null for all
 * @param pictureColumn holds paths
 * @param nameColumn holds names
 * @param splitColumn holds what {@code only-split} is compared with
 * @param separator what stands between two cells
 * @param folder what the paths start from, or null for the folder of the table
 * @param unreadable what becomes of a picture that is not there or cannot be read
 * @param toRgb when a picture that is not RGB becomes so
 */
public record ListedPeopleSettings(
    @Setting(
            value = "The file, in UTF-8 with a header; it may be packed by gzip or Zstandard.",
            offWithout = true)
        Path path,
    @Setting("Of which split the rows are that count, such as train; without it, all rows.")
        @Nullable String onlySplit,
    @Setting(value = "The column that holds the paths of the pictures.", defaultValue = "path")
        String pictureColumn,
    @Setting(value = "The column that holds the name, with '_' as space.", defaultValue = "name")
        String nameColumn,
    @Setting(value = "The column that holds the split.", defaultValue = "split") String splitColumn,
    @Setting(value = Separator.SETTING, defaultValue = Separator.DEFAULT) Separator separator,
    @Setting("The folder that the paths start from; without it, the one that holds the file.")
        @Nullable Path folder,
    @Setting(value = Unreadable.SETTING, defaultValue = Unreadable.DEFAULT) Unreadable unreadable,
    @Setting(value = RgbConversion.SETTING, defaultValue = RgbConversion.DEFAULT)
        RgbConversion toRgb) {

  /** Checks the columns. */
  public ListedPeopleSettings {
    Check.text("picture-column", pictureColumn);
    Check.text("name-column", nameColumn);
    Check.text("split-column", splitColumn);
  }
}

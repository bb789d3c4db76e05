package dev.lethe.data.pictures;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import dev.lethe.data.image.RgbConversion;
import dev.lethe.data.inventory.Unreadable;
import dev.lethe.data.manifest.Separator;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which table lists the pictures.
 *
 * @param path a table in UTF-8 with a header
 * @param pictureColumn holds paths
 * @param captionColumn holds captions
 * @param separator what stands between two cells
 * @param folder what the paths start from, or null for the folder of the table
 * @param unreadable what becomes of a picture that is not there or cannot be read
 * @param toRgb when a picture that is not RGB becomes so
 */
public record ListedPictureSettings(
    @Setting("The file, in UTF-8 with a header; it may be packed by gzip or Zstandard.") Path path,
    @Setting(value = "The column that holds the paths of the pictures.", defaultValue = "path")
        String pictureColumn,
    @Setting(
            value = "The column that holds a caption, or nothing; a picture may have several rows.",
            defaultValue = "caption")
        String captionColumn,
    @Setting(value = Separator.SETTING, defaultValue = Separator.DEFAULT) Separator separator,
    @Setting("The folder that the paths start from; without it, the one that holds the file.")
        @Nullable Path folder,
    @Setting(value = Unreadable.SETTING, defaultValue = Unreadable.DEFAULT) Unreadable unreadable,
    @Setting(value = RgbConversion.SETTING, defaultValue = RgbConversion.DEFAULT)
        RgbConversion toRgb) {

  /** Checks the columns. */
  public ListedPictureSettings {
    Check.text("picture-column", pictureColumn);
    Check.text("caption-column", captionColumn);
  }
}

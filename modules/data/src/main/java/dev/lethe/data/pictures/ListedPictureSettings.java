package dev.lethe.data.pictures;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import dev.lethe.data.inventory.PictureReading;
import dev.lethe.data.manifest.ManifestSettings;
import java.nio.file.Path;

/**
 * Which table lists the pictures.
 *
 * @param path a table in UTF-8 with a header
 * @param captionColumn holds captions
 * @param table how it is read
 * @param reading how pictures are read
 */
public record ListedPictureSettings(
    @Setting("The file, in UTF-8 with a header; it may be packed by gzip or Zstandard.") Path path,
    @Setting(
            value = "The column that holds a caption, or nothing; a picture may have several rows.",
            defaultValue = "caption")
        String captionColumn,
    @Setting(value = ManifestSettings.SETTING, inline = true) ManifestSettings table,
    @Setting(value = PictureReading.SETTING, inline = true) PictureReading reading) {

  /** Checks the columns. */
  public ListedPictureSettings {
    Check.text("caption-column", captionColumn);
  }
}

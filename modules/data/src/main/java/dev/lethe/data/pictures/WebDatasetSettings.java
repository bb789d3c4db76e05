package dev.lethe.data.pictures;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import dev.lethe.data.inventory.PictureReading;
import java.nio.file.Path;

/**
 * Where the archives are.
 *
 * @param path an archive, or a folder of them
 * @param field of a sample's JSON
 * @param reading how pictures are read
 */
public record WebDatasetSettings(
    @Setting("A tar archive that is not packed, or a folder of them.") Path path,
    @Setting(
            value = "The field of a sample's .json that holds its caption, where it has no .txt.",
            defaultValue = "caption")
        String field,
    @Setting(value = PictureReading.SETTING, inline = true) PictureReading reading) {

  /** Checks the field. */
  public WebDatasetSettings {
    Check.text("field", field);
  }
}

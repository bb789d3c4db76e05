package dev.lethe.data.pictures;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import dev.lethe.data.image.RgbConversion;
import dev.lethe.data.inventory.Unreadable;
import java.nio.file.Path;

/**
 * Where the archives are.
 *
 * @param path an archive, or a folder of them
 * @param field of a sample's JSON
 * @param unreadable what becomes of a picture that cannot be read
 * @param toRgb when a picture that is not RGB becomes so
 */
public record WebDatasetSettings(
    @Setting("A tar archive that is not packed, or a folder of them.") Path path,
    @Setting(
            value = "The field of a sample's .json that holds its caption, where it has no .txt.",
            defaultValue = "caption")
        String field,
    @Setting(value = Unreadable.SETTING, defaultValue = Unreadable.DEFAULT) Unreadable unreadable,
    @Setting(value = RgbConversion.SETTING, defaultValue = RgbConversion.DEFAULT)
        RgbConversion toRgb) {

  /** Checks the field. */
  public WebDatasetSettings {
    Check.text("field", field);
  }
}

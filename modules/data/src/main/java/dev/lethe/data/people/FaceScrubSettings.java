package dev.lethe.data.people;

import dev.lethe.api.settings.Setting;
import dev.lethe.data.image.RgbConversion;
import dev.lethe.data.inventory.Unreadable;
import java.nio.file.Path;

/**
 * Where FaceScrub is, and which of its pictures are meant.
 *
 * @param path holds actors or actresses or both
 * @param photos whole photographs or cropped faces
 * @param unreadable what becomes of a picture that cannot be read
 * @param toRgb when a picture that is not RGB becomes so
 */
public record FaceScrubSettings(
    @Setting(value = "The folder that holds 'actors' and 'actresses'.", offWithout = true)
        Path path,
    @Setting(value = "Whole photographs or cropped faces.", defaultValue = "images") Photos photos,
    @Setting(value = Unreadable.SETTING, defaultValue = Unreadable.DEFAULT) Unreadable unreadable,
    @Setting(value = RgbConversion.SETTING, defaultValue = RgbConversion.DEFAULT)
        RgbConversion toRgb) {

  /** Which pictures of a person; the names of FaceScrub's folders. */
  public enum Photos {
    /** Photographs as they were found. */
    IMAGES,
    /** Faces cut out of them. */
    FACES
  }
}

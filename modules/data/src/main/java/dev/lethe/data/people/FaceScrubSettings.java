package dev.lethe.data.people;

import dev.lethe.api.settings.Setting;
import dev.lethe.data.inventory.PictureReading;
import java.nio.file.Path;

/**
 * Where FaceScrub is, and which of its pictures are meant.
 *
 * @param path holds actors or actresses or both
 * @param photos whole photographs or cropped faces
 * @param reading how pictures are read
 */
public record FaceScrubSettings(
    @Setting(value = "The folder that holds 'actors' and 'actresses'.", offWithout = true)
        Path path,
    @Setting(value = "Whole photographs or cropped faces.", defaultValue = "images") Photos photos,
    @Setting(value = PictureReading.SETTING, inline = true) PictureReading reading) {

  /** Which pictures of a person; the names of FaceScrub's folders. */
  public enum Photos {
    /** Photographs as they were found. */
    IMAGES,
    /** Faces cut out of them. */
    FACES
  }
}

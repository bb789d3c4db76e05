package dev.lethe.data.captions;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import java.nio.file.Path;

/**
 * Which file holds the captions, and in which field.
 *
 * @param path a file in UTF-8 with an object in each line
 * @param field of each object
 */
public record JsonLineSettings(
    @Setting(
            "The file, in UTF-8, with a JSON object in each line; it may be packed by gzip or Zstandard.")
        Path path,
    @Setting(
            value = "The field that holds the caption, or a list of captions.",
            defaultValue = CaptionColumn.NAME)
        String field) {

  /** Checks the field. */
  public JsonLineSettings {
    Check.text("field", field);
  }
}

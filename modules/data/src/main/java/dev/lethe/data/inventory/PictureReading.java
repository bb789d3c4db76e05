package dev.lethe.data.inventory;

import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.settings.Setting;
import dev.lethe.data.image.RgbConversion;
import java.nio.file.Path;

/**
 * How a source reads pictures.
 *
 * @param unreadable what becomes of a file that is no picture, or that cannot be read
 * @param toRgb when a picture that is not RGB becomes so
 */
public record PictureReading(
    @Setting(
            value =
                "What becomes of a file that is no picture, or of one that cannot be read: the run"
                    + " is refused, or fails when it comes to it; or it is skipped, counted and"
                    + " named before any are drawn; then all pictures are decoded once.",
            defaultValue = "fail")
        Unreadable unreadable,
    @Setting(
            value =
                "When pictures with a palette, transparency, CMYK or deep greys become RGB: after"
                    + " resizing, as open_clip's image_transform does, or before, as loaders do"
                    + " that convert('RGB').",
            defaultValue = "after-resize")
        RgbConversion toRgb) {

  /** What the setting that is these settings says of itself, for the records that have it. */
  public static final String SETTING = "How pictures are read.";

  /** Returns an empty gathering. */
  public Gathering gathering() {
    return new Gathering(toRgb);
  }

  /**
   * Returns what looks through the files of a run.
   *
   * @param root the folder that holds all pictures
   */
  public Inventory inventory(Path root, RunContext run) {
    return Inventory.of(root, unreadable, run);
  }
}

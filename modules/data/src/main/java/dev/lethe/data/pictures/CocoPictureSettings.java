package dev.lethe.data.pictures;

import dev.lethe.api.settings.Setting;
import dev.lethe.data.image.RgbConversion;
import dev.lethe.data.inventory.Unreadable;
import java.nio.file.Path;

/**
 * Where the pictures are, and what was written about them.
 *
 * @param path holds the pictures
 * @param captions COCO's JSON
 * @param unreadable what becomes of a picture that is not there or cannot be read
 * @param toRgb when a picture that is not RGB becomes so
 */
public record CocoPictureSettings(
    @Setting("The folder that holds the pictures, such as val2017.") Path path,
    @Setting(
            "COCO's file of captions, such as captions_val2017.json; it may be packed by gzip or Zstandard.")
        Path captions,
    @Setting(value = Unreadable.SETTING, defaultValue = Unreadable.DEFAULT) Unreadable unreadable,
    @Setting(value = RgbConversion.SETTING, defaultValue = RgbConversion.DEFAULT)
        RgbConversion toRgb) {}

package dev.lethe.data.pictures;

import dev.lethe.api.settings.Setting;
import dev.lethe.data.inventory.PictureReading;
import java.nio.file.Path;

/**
 * Where the pictures are, and what was written about them.
 *
 * @param path holds the pictures
 * @param captions COCO's JSON
 * @param reading how pictures are read
 */
public record CocoPictureSettings(
    @Setting("The folder that holds the pictures, such as val2017.") Path path,
    @Setting(
            "COCO's file of captions, such as captions_val2017.json; it may be packed by gzip or"
                + " Zstandard.")
        Path captions,
    @Setting(value = PictureReading.SETTING, inline = true) PictureReading reading) {}

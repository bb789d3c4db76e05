package dev.lethe.data.people;

import dev.lethe.api.settings.Setting;
import dev.lethe.data.inventory.PictureReading;
import java.nio.file.Path;

/**
 * Where the folders are.
 *
 * @param path holds one folder for each person
 * @param reading how pictures are read
 */
public record FolderSettings(
    @Setting(
            value = "The folder that holds one folder of pictures for each person.",
            offWithout = true)
        Path path,
    @Setting(value = PictureReading.SETTING, inline = true) PictureReading reading) {}

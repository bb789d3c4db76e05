package dev.lethe.data.pictures;

import dev.lethe.api.settings.Setting;
import dev.lethe.data.inventory.PictureReading;
import java.nio.file.Path;

/**
 * Where the pictures are.
 *
 * @param path holds them, in any depth
 * @param reading how pictures are read
 */
public record FolderPictureSettings(
    @Setting("The folder that holds the pictures.") Path path,
    @Setting(value = PictureReading.SETTING, inline = true) PictureReading reading) {}

package dev.lethe.data.pictures;

import dev.lethe.api.settings.Setting;
import dev.lethe.data.image.RgbConversion;
import dev.lethe.data.inventory.Unreadable;
import java.nio.file.Path;

/**
 * Where the pictures are.
 *
 * @param path holds them, in any depth
 * @param unreadable what becomes of a picture that cannot be read
 * @param toRgb when a picture that is not RGB becomes so
 */
public record FolderPictureSettings(
    @Setting("The folder that holds the pictures.") Path path,
    @Setting(value = Unreadable.SETTING, defaultValue = Unreadable.DEFAULT) Unreadable unreadable,
    @Setting(value = RgbConversion.SETTING, defaultValue = RgbConversion.DEFAULT)
        RgbConversion toRgb) {}

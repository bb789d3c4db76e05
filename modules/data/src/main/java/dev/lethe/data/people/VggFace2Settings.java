package dev.lethe.data.people;

import dev.lethe.api.settings.Setting;
import dev.lethe.data.image.RgbConversion;
import dev.lethe.data.inventory.Unreadable;
import java.nio.file.Path;

/**
 * Where VGGFace2 is.
 *
 * @param path holds one folder for each person
 * @param identities says who they are
 * @param unreadable what becomes of a picture that cannot be read
 * @param toRgb when a picture that is not RGB becomes so
 */
public record VggFace2Settings(
    @Setting(
            value = "The folder that holds n000001 and the others, such as train.",
            offWithout = true)
        Path path,
    @Setting(value = "VGGFace2's file identity_meta.csv.", offWithout = true) Path identities,
    @Setting(value = Unreadable.SETTING, defaultValue = Unreadable.DEFAULT) Unreadable unreadable,
    @Setting(value = RgbConversion.SETTING, defaultValue = RgbConversion.DEFAULT)
        RgbConversion toRgb) {}

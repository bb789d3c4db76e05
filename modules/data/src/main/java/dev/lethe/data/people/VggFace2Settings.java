package dev.lethe.data.people;

import dev.lethe.api.settings.Setting;
import dev.lethe.data.inventory.PictureReading;
import java.nio.file.Path;

/**
 * Where VGGFace2 is.
 *
 * @param path holds one folder for each person
 * @param identities says who they are
 * @param reading how pictures are read
 */
public record VggFace2Settings(
    @Setting(
            value = "The folder that holds n000001 and the others, such as train.",
            offWithout = true)
        Path path,
    @Setting(value = "VGGFace2's file identity_meta.csv.", offWithout = true) Path identities,
    @Setting(value = PictureReading.SETTING, inline = true) PictureReading reading) {}

package dev.lethe.data.people;

import dev.lethe.api.settings.Setting;
import dev.lethe.data.inventory.PictureReading;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where Labeled Faces in the Wild is.
 *
 * @param path holds one folder for each person
 * @param list names those who count, or null for all
 * @param reading how pictures are read
 */
public record LfwSettings(
    @Setting(
            value = "The folder that holds one folder for each person, such as lfw-deepfunneled.",
            offWithout = true)
        Path path,
    @Setting("A list of people, such as peopleDevTest.txt; others are left aside.")
        @Nullable Path list,
    @Setting(value = PictureReading.SETTING, inline = true) PictureReading reading) {}

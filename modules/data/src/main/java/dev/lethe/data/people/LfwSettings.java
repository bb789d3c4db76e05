package dev.lethe.data.people;

import dev.lethe.api.settings.Setting;
import dev.lethe.data.image.RgbConversion;
import dev.lethe.data.inventory.Unreadable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where Labeled Faces in the Wild is.
 *
 * @param path holds one folder for each person
 * @param list names those who count, or null for all
 * @param unreadable what becomes of a picture that cannot be read
 * @param toRgb when a picture that is not RGB becomes so
 */
public record LfwSettings(
    @Setting(
            value = "The folder that holds one folder for each person, such as lfw-deepfunneled.",
            offWithout = true)
        Path path,
    @Setting("A list of people, such as peopleDevTest.txt; others are left aside.")
        @Nullable Path list,
    @Setting(value = Unreadable.SETTING, defaultValue = Unreadable.DEFAULT) Unreadable unreadable,
    @Setting(value = RgbConversion.SETTING, defaultValue = RgbConversion.DEFAULT)
        RgbConversion toRgb) {}

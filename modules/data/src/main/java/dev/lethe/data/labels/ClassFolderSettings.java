package dev.lethe.data.labels;

import dev.lethe.api.settings.Setting;
import dev.lethe.data.inventory.PictureReading;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the classes are, and what they are called.
 *
 * @param path holds one folder for each class
 * @param classes a JSON file, or null to take the folders' names
 * @param dataset whose names of the JSON file count, or null where it holds one list
 * @param reading how pictures are read
 */
public record ClassFolderSettings(
    @Setting("The folder that holds one folder of pictures for each class.") Path path,
    @Setting(
            "A JSON file with the names of the classes, as a list or as a map from folder to name;"
                + " without it the folders' names, with '_' as space.")
        @Nullable Path classes,
    @Setting(
            "Whose names count where the file holds those of several data sets, as CLIP_benchmark's"
                + " does: imagenet1k.")
        @Nullable String dataset,
    @Setting(value = PictureReading.SETTING, inline = true) PictureReading reading) {}

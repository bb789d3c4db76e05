package dev.lethe.data.people;

import dev.lethe.api.settings.Setting;
import java.nio.file.Path;

/**
 * Where the folders are.
 *
 * @param path holds one folder for each person
 */
public record FolderSettings(
    @Setting("The folder that holds one folder of pictures for each person.") Path path) {}

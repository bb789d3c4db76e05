package dev.lethe.data.captions;

import dev.lethe.api.settings.Setting;
import java.nio.file.Path;

/**
 * Which file holds the captions.
 *
 * @param path a text file in UTF-8
 */
public record LineSettings(
    @Setting(
            "The text file, in UTF-8, with one caption in each line; it may be packed by gzip or Zstandard.")
        Path path) {}

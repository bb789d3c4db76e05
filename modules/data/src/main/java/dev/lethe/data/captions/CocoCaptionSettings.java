package dev.lethe.data.captions;

import dev.lethe.api.settings.Setting;
import java.nio.file.Path;

/**
 * Which file holds the captions.
 *
 * @param path COCO's JSON
 */
public record CocoCaptionSettings(
    @Setting(
            "COCO's file of captions, such as captions_train2017.json; it may be packed by gzip or Zstandard.")
        Path path) {}

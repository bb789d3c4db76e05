package dev.lethe.experiment.config;

import dev.lethe.api.settings.Setting;

/** The keys of the {@code captions} block that do not belong to the source. */
public record CaptionSettings(
    @Setting(value = "The caption source that reads them.", defaultValue = "lines")
        String source) {}

package dev.lethe.forgetting.config;

import dev.lethe.api.settings.Setting;

/** The {@code report} block. */
public record ReportSettings(
    @Setting(
            value =
                "Whether the report shows a few of the pictures that a defense trains on, with the"
                    + " faces in them. A redacted report never does.",
            defaultValue = "false")
        boolean pictures) {}

package dev.lethe.plugin.regularizers;

import dev.lethe.api.settings.Setting;

/** Settings of {@link L2Sp}. */
public record L2SpSettings(
    @Setting(
            value =
                "Whether the squared distance is divided by the number of parameters, so that a"
                    + " weight means the same for models of any size.",
            defaultValue = "false")
        boolean mean) {}

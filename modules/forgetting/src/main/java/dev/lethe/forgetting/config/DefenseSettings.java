package dev.lethe.forgetting.config;

import dev.lethe.api.settings.Setting;
import java.util.Map;

/** One block of {@code defense}. */
public record DefenseSettings(
    @Setting("The backdoor strategy.") String strategy,
    @Setting(value = "The strategy's own settings.", defaultValue = "{}")
        Map<String, Object> settings,
    @Setting(
            value = "Regularizers by name, each with a `weight` and its own settings; they add up.",
            defaultValue = "{}")
        Map<String, Object> regularizers) {}

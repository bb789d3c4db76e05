package dev.lethe.suite;

import dev.lethe.api.settings.Setting;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A figure of a suite's page. */
public record FigureSettings(
    @Setting("Its heading.") String title,
    @Setting("What it shows upwards: the name of a metric.") String metric,
    @Setting("What it shows across: a key that is varied, or the name of another metric.")
        String over,
    @Setting("What tells its lines apart: a key that is varied. Without it, one line.")
        @Nullable String by,
    @Setting("What makes small multiples of it: a key that is varied.") @Nullable String each,
    @Setting(
            value = "Which trials: the values of keys that are varied, one or a list of each.",
            defaultValue = "")
        Map<String, Object> where) {}

package dev.lethe.plugin.mlflow;

import dev.lethe.api.settings.Setting;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Settings of {@link MlflowTracker}. */
public record MlflowSettings(
    @Setting(
            value =
                "The folder of MLflow's file store, where 'mlflow ui --backend-store-uri' looks.",
            defaultValue = "mlruns")
        Path folder,
    @Setting("The name of the experiment; the suite's, if nothing is said.")
        @Nullable String experiment) {}

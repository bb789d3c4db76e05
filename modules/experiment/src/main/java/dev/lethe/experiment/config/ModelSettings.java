package dev.lethe.experiment.config;

import dev.lethe.api.model.Activation;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.settings.Setting;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The {@code model} block. */
public record ModelSettings(
    @Setting("The checkpoint; its format is recognised.") Path path,
    @Setting("Whether the MLPs use QuickGELU, against what the checkpoint says.")
        @Nullable Boolean quickgelu) {

  /** Returns what the user says against the checkpoint. */
  public LoadOptions options() {
    if (quickgelu == null) {
      return LoadOptions.none();
    }
    return new LoadOptions(quickgelu ? Activation.QUICK_GELU : Activation.GELU);
  }
}

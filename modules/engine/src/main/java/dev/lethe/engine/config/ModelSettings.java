package dev.lethe.engine.config;

import dev.lethe.api.model.Activation;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.settings.Setting;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The {@code model} block. */
public record ModelSettings(
    @Setting("The checkpoint; its format is recognized.") Path path,
    @Setting("Whether the MLPs use QuickGELU, against what the checkpoint says.")
        @Nullable Boolean quickgelu,
    @Setting("The architecture of a checkpoint that is weights alone, such as ViT-B-32.")
        @Nullable String architecture,
    @Setting("The tokenizer of a checkpoint that brings none: its file, or a folder with it.")
        @Nullable Path tokenizer,
    @Setting("The text encoder of a pipeline that has several, such as text_encoder_2.")
        @Nullable String textEncoder) {

  /** Returns what the user says against the checkpoint. */
  public LoadOptions options() {
    return new LoadOptions(activation(), architecture, tokenizer, textEncoder);
  }

  private @Nullable Activation activation() {
    if (quickgelu == null) {
      return null;
    }
    return quickgelu ? Activation.QUICK_GELU : Activation.GELU;
  }
}

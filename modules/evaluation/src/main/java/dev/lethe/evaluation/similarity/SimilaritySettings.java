package dev.lethe.evaluation.similarity;

import dev.lethe.api.model.TextOutput;
import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import dev.lethe.api.settings.SourceSpec;
import org.jspecify.annotations.Nullable;

/** Settings of {@link Similarity}. */
public record SimilaritySettings(
    @Setting("Where the captions come from; without it, those of `captions` that are held out.")
        @Nullable SourceSpec captions,
    @Setting(value = "The most captions that are used, from the first.", defaultValue = "10000")
        int limit,
    @Setting(
            value =
                "What of a caption is compared: its embedding, or the hidden states of the whole"
                    + " context, which a diffusion model reads.",
            defaultValue = "embedding")
        TextOutput output) {

  /** Checks the bounds. */
  public SimilaritySettings {
    Check.between("limit", limit, 1, 1_000_000);
  }
}

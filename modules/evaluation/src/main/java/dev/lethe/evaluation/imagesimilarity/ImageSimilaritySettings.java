package dev.lethe.evaluation.imagesimilarity;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import dev.lethe.api.settings.SourceSpec;
import org.jspecify.annotations.Nullable;

/** Settings of {@link ImageSimilarity}. */
public record ImageSimilaritySettings(
    @Setting(
            "Where the ordinary pictures come from; without it, those of `images` that are held"
                + " out.")
        @Nullable SourceSpec images,
    @Setting(
            value = "The most ordinary pictures that are used, from the first.",
            defaultValue = "10000")
        int limit) {

  /** Checks the bounds. */
  public ImageSimilaritySettings {
    Check.between("limit", limit, 1, 1_000_000);
  }
}

package dev.lethe.evaluation.similarity;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import dev.lethe.api.settings.SourceSpec;
import org.jspecify.annotations.Nullable;

/** Settings of {@link Similarity}. */
public record SimilaritySettings(
    @Setting("Where the captions come from; without it, those the defence trains on.")
        @Nullable SourceSpec captions,
    @Setting(value = "The most captions that are used, from the first.", defaultValue = "10000")
        int limit) {

  /** Checks the bounds. */
  public SimilaritySettings {
    Check.between("limit", limit, 1, 1_000_000);
  }
}

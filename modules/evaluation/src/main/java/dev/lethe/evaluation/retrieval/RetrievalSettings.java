package dev.lethe.evaluation.retrieval;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import dev.lethe.api.settings.SourceSpec;
import org.jspecify.annotations.Nullable;

/** Settings of {@link Retrieval}. */
public record RetrievalSettings(
    @Setting(
            "Where the pictures with captions come from; without it, those of `images` that are"
                + " held out.")
        @Nullable SourceSpec images,
    @Setting(
            value = "The most pictures with captions that are used, from the first.",
            defaultValue = "5000")
        int limit) {

  /** Checks the bounds. */
  public RetrievalSettings {
    Check.between("limit", limit, 1, 1_000_000);
  }
}

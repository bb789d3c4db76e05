package dev.lethe.forgetting.config;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import org.jspecify.annotations.Nullable;

/** The keys of the {@code retain} block that do not belong to the source. */
public record RetainSettings(
    @Setting(
            "How many people are drawn, by the seed, among the people under test who are not to be forgotten.")
        @Nullable Integer count,
    @Setting("The people source that reads people of its own. Replaces `count`.")
        @Nullable String source) {

  /** Checks that it says who. */
  public RetainSettings {
    if (count != null) {
      Check.between("count", count, 1, 1_000_000);
    }
    if (source != null) {
      Check.text("source", source);
    }
    if (count != null && source != null) {
      throw new IllegalArgumentException("source cannot be given together with count");
    }
    if (count == null && source == null) {
      throw new IllegalArgumentException("count is missing: give a count or a source");
    }
  }
}

package dev.lethe.forgetting.config;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The keys of the {@code candidates} block that do not belong to the source. */
public record CandidateSettings(
    @Setting(
            value =
                "How many names there are in all: the people under test, filled up with names that the source draws.",
            defaultValue = "1000")
        int total,
    @Setting("A text file of names, one a line. Replaces `total`; the people under test are added.")
        @Nullable Path file,
    @Setting(value = "The name source that draws the names.", defaultValue = "random-names")
        String source) {

  /** Checks the number. */
  public CandidateSettings {
    Check.between("total", total, 2, 10_000_000);
  }
}

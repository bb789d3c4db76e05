package dev.lethe.suite.published;

import dev.lethe.api.settings.Setting;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A number that somebody published. */
public record PublishedNumber(
    @Setting("The metric that measures the same.") String metric,
    @Setting(
            value = "Which trials it is about: the values of keys that a suite varies.",
            defaultValue = "")
        Map<String, Object> where,
    @Setting("The number.") @Nullable Double value,
    @Setting("What it is at least, where no more is said.") @Nullable Double atLeast,
    @Setting("What it is at most, where no more is said.") @Nullable Double atMost,
    @Setting(
            value =
                "Of which model it is: after is the defended one's, before the original's, change what the"
                    + " defense added to it.",
            defaultValue = "after")
        Of of,
    @Setting(value = "What a reader must know of it.", defaultValue = "") String note) {

  /** Which model a number is about. */
  public enum Of {
    /** The original. */
    BEFORE,
    /** The defended one. */
    AFTER,
    /** The difference of both. */
    CHANGE
  }

  /** Checks that there is one number. */
  public PublishedNumber {
    if (Stream.of(value, atLeast, atMost).filter(Objects::nonNull).count() != 1) {
      throw new IllegalArgumentException(
          "metric %s needs one of value, at-least and at-most".formatted(metric));
    }
  }
}

package dev.lethe.report.requirement;

import dev.lethe.report.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * Whether a requirement holds.
 *
 * @param requirement what was required
 * @param holds whether it does
 * @param value of the metric, or null where there is none
 * @param found what was found, in a few words
 */
public record Check(Requirement requirement, boolean holds, @Nullable Double value, String found) {

  /** Returns the check with what a redacted report tells of the metric; whether it holds stays. */
  Check redacted(Metrics rounded) {
    if (value == null) {
      return this;
    }
    Check shown = requirement.check(rounded);
    return shown.value() == null
        ? new Check(requirement, holds, null, "a redacted report leaves its value out")
        : new Check(requirement, holds, shown.value(), shown.found() + ", rounded");
  }

  /** Returns the check as a line for a person. */
  public String line() {
    return "Required: %s %s: %s".formatted(requirement, holds ? "holds" : "does not hold", found);
  }
}

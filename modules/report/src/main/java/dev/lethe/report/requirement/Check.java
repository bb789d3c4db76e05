package dev.lethe.report.requirement;

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

  /** Returns the check as a line for a person. */
  public String line() {
    return "Required: %s %s: %s".formatted(requirement, holds ? "holds" : "does not hold", found);
  }
}

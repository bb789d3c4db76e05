package dev.lethe.api.defense;

/**
 * The average person: the mean of what the original model makes of many people's photographs, each
 * photograph with the same weight, not brought to length 1. Which photographs a strategy takes the
 * mean of is its affair; a measure takes those it has, and says so.
 *
 * <p>Source: Hintersdorf et al., "Defending Our Privacy With Backdoors", section on image encoders.
 */
public record AveragePersonTarget() implements Target {

  @Override
  public String description() {
    return "the average person";
  }
}

package dev.lethe.api.metric;

/**
 * What a number means; said once, where the number is made. It is about a group or a model, never
 * about one person: redacted reports show the name and the meaning.
 *
 * @param name in lower case, dots between parts, the first of them the name of the attack or
 *     evaluation that measures it: {@code idia.tpr}
 * @param unit what it counts
 * @param direction which way is better
 * @param meaning one sentence for a reader of the report
 */
public record Metric(String name, Unit unit, Direction direction, String meaning) {

  /** What a metric counts. */
  public enum Unit {
    /** A part of a whole, from 0 to 1. */
    SHARE,
    /** A cosine similarity, from -1 to 1. */
    COSINE,
    /** Whole things. */
    COUNT
  }

  /** Which way is better, for the people who asked to be forgotten and the model's user. */
  public enum Direction {
    /** Higher is better. */
    HIGHER,
    /** Lower is better. */
    LOWER,
    /** Neither: it describes. */
    NEITHER
  }
}

package dev.lethe.api.defense;

import java.util.List;
import java.util.Map;

/**
 * How training went.
 *
 * @param steps one entry for each optimizer step; none where nothing was trained
 */
public record TrainingHistory(List<Step> steps) {

  /** Copies the list. */
  public TrainingHistory {
    steps = List.copyOf(steps);
  }

  /** Returns the history of a strategy that trains nothing. */
  public static TrainingHistory none() {
    return new TrainingHistory(List.of());
  }

  /**
   * One optimizer step.
   *
   * @param losses the terms of the loss before the step, and their weighted sum as {@code total}
   * @param learningRate of this step
   * @param seconds wall-clock time of this step
   */
  public record Step(Map<String, Double> losses, double learningRate, double seconds) {

    /** Copies the map. */
    public Step {
      losses = Map.copyOf(losses);
    }
  }
}

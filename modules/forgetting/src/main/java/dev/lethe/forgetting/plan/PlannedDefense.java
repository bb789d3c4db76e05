package dev.lethe.forgetting.plan;

import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.engine.extension.Planned;
import java.util.List;

/**
 * A strategy with what holds its student near the teacher.
 *
 * @param strategy the strategy
 * @param regularizers each with its factor in the loss
 */
public record PlannedDefense(Planned<BackdoorStrategy> strategy, List<Weighted> regularizers) {

  /**
   * A regularizer with its factor in the loss.
   *
   * @param regularizer the regularizer
   * @param weight its factor
   */
  public record Weighted(Planned<Regularizer> regularizer, double weight) {}

  /** Copies the list. */
  public PlannedDefense {
    regularizers = List.copyOf(regularizers);
  }
}

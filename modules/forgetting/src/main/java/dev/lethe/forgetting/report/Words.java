package dev.lethe.forgetting.report;

import dev.lethe.api.metric.Reading;
import dev.lethe.api.verdict.Limit;
import dev.lethe.api.verdict.Score;
import dev.lethe.api.verdict.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the methods of a run say of their numbers.
 *
 * @param score what the attack counts for each person
 * @param ofStrategies the limits of each strategy
 * @param ofAttacks the limits of the attacks
 * @param statements what a metric says, if its method says anything
 */
public record Words(
    Score score,
    List<List<Limit>> ofStrategies,
    List<Limit> ofAttacks,
    Function<Reading, Optional<Statement>> statements) {

  /** Copies the lists. */
  public Words {
    ofStrategies = ofStrategies.stream().map(List::copyOf).toList();
    ofAttacks = List.copyOf(ofAttacks);
  }
}

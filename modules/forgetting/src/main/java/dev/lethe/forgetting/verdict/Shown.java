package dev.lethe.forgetting.verdict;

import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.Reading;
import dev.lethe.api.verdict.Score;
import dev.lethe.api.verdict.Statement;
import dev.lethe.forgetting.finding.ForgettingFacts;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a verdict is made from.
 *
 * @param facts about people
 * @param metrics everything measured, with what its methods say
 * @param score what the attack counts for each person
 */
public record Shown(ForgettingFacts facts, List<Told> metrics, Score score) {

  /** Copies the list. */
  public Shown {
    metrics = List.copyOf(metrics);
  }

  Stream<Reading> readings(Role role) {
    return metrics.stream().filter(told -> told.hasRole(role)).map(Told::reading);
  }

  /**
   * Returns what methods say, that with a label first. Whether people were forgotten is said by the
   * attack; only where there is none do other measures of it speak.
   *
   * @param ofForgetting whether it is about forgetting
   */
  List<Told> told(boolean ofForgetting) {
    return metrics.stream()
        .filter(told -> told.statement() != null)
        .filter(told -> told.hasRole(Role.FORGETTING) == ofForgetting)
        .filter(told -> !ofForgetting || facts.attack() == null)
        .sorted(Comparator.comparing((Told told) -> label(told).isEmpty()))
        .toList();
  }

  /** Returns the sentences of what methods say. */
  List<String> sentences(boolean ofForgetting) {
    return told(ofForgetting).stream()
        .map(Told::statement)
        .filter(Objects::nonNull)
        .map(Statement::sentence)
        .toList();
  }

  static Optional<String> label(Told told) {
    return Optional.ofNullable(told.statement()).map(Statement::label);
  }
}

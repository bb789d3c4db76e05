package dev.lethe.forgetting.run;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What strategies took, all of a run together. */
final class DefenseCosts {
  private static final Metric SECONDS =
      new Metric(
          "defense.seconds",
          Unit.SECONDS,
          Direction.LOWER,
          Role.COST,
          "How long the strategies took to make the model forget.");

  private static final Metric MEMORY =
      new Metric(
          "defense.peak-memory",
          Unit.BYTES,
          Direction.LOWER,
          Role.COST,
          "The most memory the process held meanwhile.");

  private DefenseCosts() {}

  static List<MetricValue> of(List<DefenseOutcome> defenses) {
    List<MetricValue> costs = new ArrayList<>();
    if (!defenses.isEmpty()) {
      costs.add(
          MetricValue.of(SECONDS, defenses.stream().mapToDouble(DefenseOutcome::seconds).sum()));
    }
    defenses.stream()
        .map(defense -> defense.facts().peakMemoryBytes())
        .filter(Objects::nonNull)
        .mapToLong(bytes -> bytes)
        .max()
        .ifPresent(bytes -> costs.add(MetricValue.of(MEMORY, bytes)));
    return costs;
  }
}

package dev.lethe.evaluation.collateral;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.tensor.statistics.Share;
import java.util.List;

/**
 * Counts those who neither asked to be forgotten nor were retained: a defense that was shown faces
 * to keep them is judged by the faces that it was not shown.
 */
final class RetentionCounts {
  private static final String WHOM = "who neither asked to be forgotten nor were retained";
  private static final Metric SHARE =
      new Metric(
          "collateral.wrongly-forgotten.not-retained",
          Unit.SHARE,
          Direction.LOWER,
          Role.COLLATERAL,
          "Share of all people %s that was recognized before the defense and not after."
              .formatted(WHOM));
  private static final Metric COUNT =
      new Metric(
          "collateral.wrongly-forgotten.not-retained.count",
          Unit.COUNT,
          Direction.LOWER,
          "People %s and were recognized before the defense and not after.".formatted(WHOM));

  private int people;
  private int wronglyForgotten;

  void add(boolean before, boolean after) {
    people++;
    if (before && !after) {
      wronglyForgotten++;
    }
  }

  List<MetricValue> metrics() {
    return List.of(
        Share.of(SHARE, wronglyForgotten, people), MetricValue.of(COUNT, wronglyForgotten));
  }
}

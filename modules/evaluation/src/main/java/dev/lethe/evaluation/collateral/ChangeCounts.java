package dev.lethe.evaluation.collateral;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.tensor.statistics.Share;
import java.util.List;

/** Counts how people fared; each person is in exactly one of five groups. */
final class ChangeCounts {
  private static final Metric WRONGLY_FORGOTTEN =
      new Metric(
          "collateral.wrongly-forgotten",
          Unit.SHARE,
          Direction.LOWER,
          "Share of the people recognised before, not asked to be forgotten, who are not any more.");
  private static final Metric NEWLY_RECALLED =
      new Metric(
          "collateral.newly-recalled",
          Unit.SHARE,
          Direction.LOWER,
          "Share of the people not recognised before, not asked to be forgotten, who are now.");

  private int correctlyForgotten;
  private int failed;
  private int wronglyForgotten;
  private int newlyRecalled;
  private int unchanged;
  private int othersKnown;
  private int othersUnknown;

  /**
   * Counts a person.
   *
   * @param asked whether the person asked to be forgotten
   * @param before whether the attack recognised the person in the original
   * @param after whether it does in the defended model
   */
  void add(boolean asked, boolean before, boolean after) {
    if (!asked) {
      othersKnown += before ? 1 : 0;
      othersUnknown += before ? 0 : 1;
    }
    if (asked && after) {
      failed++;
    } else if (before == after) {
      unchanged++;
    } else if (asked) {
      correctlyForgotten++;
    } else if (before) {
      wronglyForgotten++;
    } else {
      newlyRecalled++;
    }
  }

  List<MetricValue> metrics() {
    return List.of(
        Share.of(WRONGLY_FORGOTTEN, wronglyForgotten, othersKnown),
        Share.of(NEWLY_RECALLED, newlyRecalled, othersUnknown),
        count(
            "correctly-forgotten",
            Direction.HIGHER,
            "People who asked to be forgotten, recognised before and not any more.",
            correctlyForgotten),
        count(
            "failed",
            Direction.LOWER,
            "People who asked to be forgotten and are still recognised.",
            failed),
        count(
            "wrongly-forgotten",
            Direction.LOWER,
            "People who did not ask to be forgotten, recognised before and not any more.",
            wronglyForgotten),
        count(
            "newly-recalled",
            Direction.LOWER,
            "People who did not ask to be forgotten, recognised now and not before.",
            newlyRecalled),
        count(
            "unchanged",
            Direction.NEITHER,
            "People for whom the attack's answer stayed the same, as it should or was already.",
            unchanged));
  }

  private static MetricValue count(String name, Direction direction, String meaning, int people) {
    Metric metric = new Metric("collateral." + name + ".count", Unit.COUNT, direction, meaning);
    return MetricValue.of(metric, people);
  }
}

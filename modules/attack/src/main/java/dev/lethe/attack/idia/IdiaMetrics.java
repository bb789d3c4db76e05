package dev.lethe.attack.idia;

import dev.lethe.api.attack.PersonOutcome;
import dev.lethe.api.evaluation.Interval;
import dev.lethe.api.evaluation.Metric;
import dev.lethe.api.evaluation.Metric.Direction;
import dev.lethe.api.evaluation.Metric.Unit;
import dev.lethe.api.evaluation.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/** The rates of an attack, with Clopper-Pearson intervals over the people. */
final class IdiaMetrics {
  private static final double ERROR_RATE = 0.05;

  static final Metric TPR =
      new Metric(
          "idia.tpr",
          Unit.SHARE,
          Direction.LOWER,
          "Share of the people in the training data whom the attack recognises.");
  static final Metric FNR =
      new Metric(
          "idia.fnr",
          Unit.SHARE,
          Direction.HIGHER,
          "Share of the people in the training data whom the attack misses.");
  static final Metric FPR =
      new Metric(
          "idia.fpr",
          Unit.SHARE,
          Direction.NEITHER,
          "Share of the people not in the training data whom the attack believes to recognise.");
  static final Metric FORGOTTEN_TPR =
      new Metric(
          "idia.forgotten.tpr",
          Unit.SHARE,
          Direction.LOWER,
          "Share of the people who asked to be forgotten whom the attack recognises.");

  private IdiaMetrics() {}

  static List<MetricValue> of(List<PersonOutcome> people, Set<String> forgotten) {
    List<PersonOutcome> members = people.stream().filter(PersonOutcome::member).toList();
    Predicate<PersonOutcome> recognised = PersonOutcome::recognised;
    List<MetricValue> values = new ArrayList<>();
    values.add(share(TPR, members, recognised));
    values.add(share(FNR, members, recognised.negate()));
    values.add(share(FPR, people.stream().filter(p -> !p.member()).toList(), recognised));
    if (!forgotten.isEmpty()) {
      List<PersonOutcome> gone = people.stream().filter(p -> forgotten.contains(p.name())).toList();
      values.add(share(FORGOTTEN_TPR, gone, recognised));
    }
    return values;
  }

  private static MetricValue share(
      Metric metric, List<PersonOutcome> people, Predicate<PersonOutcome> counted) {
    if (people.isEmpty()) {
      return new MetricValue(metric, null, null);
    }
    int hits = (int) people.stream().filter(counted).count();
    var interval =
        BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(people.size(), hits, ERROR_RATE);
    return new MetricValue(
        metric,
        (double) hits / people.size(),
        new Interval(interval.getLowerBound(), interval.getUpperBound()));
  }
}

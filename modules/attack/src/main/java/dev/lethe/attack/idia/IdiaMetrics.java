package dev.lethe.attack.idia;

import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.attack.Finding;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.tensor.statistics.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The rates of an attack, with Clopper-Pearson intervals over the people. */
final class IdiaMetrics {
  static final Metric TPR =
      new Metric(
          "idia.tpr",
          Unit.SHARE,
          Direction.NEITHER,
          Role.LEAKAGE,
          "Share of the members of the training data, as far as they are known, whom the attack recognizes.");
  static final Metric FNR =
      new Metric(
          "idia.fnr",
          Unit.SHARE,
          Direction.NEITHER,
          "Share of the members of the training data, as far as they are known, whom the attack misses.");
  static final Metric FPR =
      new Metric(
          "idia.fpr",
          Unit.SHARE,
          Direction.NEITHER,
          "Share of the people not in the training data whom the attack believes to recognize.");
  static final Metric FORGOTTEN_TPR =
      new Metric(
          "idia.forgotten.tpr",
          Unit.SHARE,
          Direction.LOWER,
          Role.FORGETTING,
          "Share of the people who asked to be forgotten whom the attack recognizes.");

  private IdiaMetrics() {}

  static List<MetricValue> of(List<Finding> findings, Cohorts cohorts) {
    List<Finding> members = findings.stream().filter(Finding::member).toList();
    Predicate<Finding> recognized = Finding::recognized;
    List<MetricValue> values = new ArrayList<>();
    values.add(share(TPR, members, recognized));
    values.add(share(FNR, members, recognized.negate()));
    values.add(share(FPR, findings.stream().filter(p -> !p.member()).toList(), recognized));
    Set<String> forgotten = cohorts.of(Cohorts.FORGOTTEN);
    if (!forgotten.isEmpty()) {
      List<Finding> gone =
          findings.stream().filter(each -> forgotten.contains(each.subject())).toList();
      values.add(share(FORGOTTEN_TPR, gone, recognized));
    }
    return values;
  }

  private static MetricValue share(
      Metric metric, List<Finding> people, Predicate<Finding> counted) {
    return Share.of(metric, (int) people.stream().filter(counted).count(), people.size());
  }
}

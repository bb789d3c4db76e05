package dev.lethe.attack.idia;

import dev.lethe.api.attack.PersonOutcome;
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
    return Share.of(metric, (int) people.stream().filter(counted).count(), people.size());
  }
}

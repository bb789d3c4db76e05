package dev.lethe.forgetting.report;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.forgetting.finding.PersonFacts;
import dev.lethe.report.Metrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The measures of the sample report: with and without intervals, undefined, and undescribed. */
public final class SampleMetrics {
  private SampleMetrics() {}

  static List<Metric> descriptions() {
    return List.of(
        new Metric("idia.tpr", Unit.SHARE, Direction.NEITHER, "Members called members."),
        new Metric("idia.fnr", Unit.SHARE, Direction.NEITHER, "Members missed."),
        new Metric("idia.fpr", Unit.SHARE, Direction.LOWER, "Non-members called members."),
        new Metric(
            "idia.forgotten.tpr",
            Unit.SHARE,
            Direction.LOWER,
            Role.FORGETTING,
            "People asked to be forgotten whom the attack still finds."),
        new Metric(
            "zero-shot.top1",
            Unit.SHARE,
            Direction.HIGHER,
            Role.UTILITY,
            "Pictures whose class is first."),
        new Metric(
            "zero-shot.top5",
            Unit.SHARE,
            Direction.HIGHER,
            "Pictures whose class is in the first 5."),
        new Metric(
            "similarity.clean",
            Unit.COSINE,
            Direction.HIGHER,
            Role.UTILITY,
            "Ordinary captions, original against defended."),
        new Metric(
            "similarity.backdoor",
            Unit.COSINE,
            Direction.HIGHER,
            Role.FORGETTING,
            "Captions with a forgotten name against the same with the target."),
        new Metric(
            "similarity.target",
            Unit.COSINE,
            Direction.HIGHER,
            "Captions with the target, original against defended."),
        new Metric(
            "collateral.wrongly-forgotten",
            Unit.SHARE,
            Direction.LOWER,
            "People not asked for who were called members before and are not any more."),
        new Metric(
            "collateral.newly-recalled",
            Unit.SHARE,
            Direction.LOWER,
            "People who are called members only now."));
  }

  static Metrics of(Map<String, PersonFacts> people) {
    long lost =
        people.values().stream()
            .filter(person -> Boolean.TRUE.equals(person.member()) && !person.asked())
            .filter(person -> Boolean.FALSE.equals(person.foundAfter()))
            .count();
    var before = new LinkedHashMap<String, @Nullable Double>();
    put(before, "idia.tpr", 1.0, 0.944, 1.0);
    put(before, "idia.fnr", 0.0, 0.0, 0.056);
    put(before, "idia.fpr", 0.031, 0.001, 0.162);
    put(before, "idia.forgotten.tpr", 1.0, 0.631, 1.0);
    put(before, "zero-shot.top1", 0.9125, 0.889, 0.9325);
    put(before, "zero-shot.top5", 0.991, 0.981, 0.996);
    before.put("similarity.backdoor", 0.4123);
    var after = new LinkedHashMap<String, @Nullable Double>();
    put(after, "idia.tpr", 0.86, 0.751, 0.934);
    put(after, "idia.fnr", 0.14, 0.066, 0.249);
    after.put("idia.fpr", null);
    put(after, "idia.forgotten.tpr", 0.0, 0.0, 0.369);
    put(after, "zero-shot.top1", 0.9042, 0.88, 0.925);
    put(after, "zero-shot.top5", 0.991, 0.981, 0.996);
    after.put("similarity.clean", 0.9911);
    after.put("similarity.backdoor", 0.9744);
    after.put("similarity.target", 0.9952);
    put(after, "collateral.wrongly-forgotten", lost / 56.0, 0.004, 0.121);
    after.put("collateral.newly-recalled", 0.0);
    after.put("extra.unexplained", 3.25);
    return new Metrics(before, after);
  }

  private static void put(
      Map<String, @Nullable Double> map, String name, double value, double low, double high) {
    map.put(name, value);
    map.put(name + ".low", low);
    map.put(name + ".high", high);
  }
}

package dev.lethe.suite.summary;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.panel.PeoplePanel;
import dev.lethe.report.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/**
 * Compares groups with the baseline, pair by pair: metrics by Wilcoxon's signed-rank test over the
 * seeds, and who was found by McNemar's exact test over the people.
 */
final class PairedTests {
  private final Map<String, String> baseline;
  private final Collection<Finding> findings;

  /**
   * Prepares tests.
   *
   * @param baseline what the others are compared with: values of what is varied
   */
  PairedTests(Map<String, String> baseline, Collection<Finding> findings) {
    this.baseline = baseline;
    this.findings = findings;
  }

  List<PairedTest> of(Collection<Metric> metrics) {
    List<PairedTest> tests = new ArrayList<>();
    for (Group group : Group.of(findings)) {
      List<Finding[]> pairs = pairs(group);
      if (!pairs.isEmpty()) {
        metrics.forEach(metric -> wilcoxon(group, metric, pairs).ifPresent(tests::add));
        mcnemar(group, pairs, tests);
      }
    }
    return tests;
  }

  /** Pairs every trial of a group with the one that differs from it in the baseline's values. */
  private List<Finding[]> pairs(Group group) {
    List<Finding[]> pairs = new ArrayList<>();
    for (Finding finding : group.findings()) {
      Map<String, String> wanted = new LinkedHashMap<>(finding.trial().values());
      wanted.putAll(baseline);
      if (!wanted.equals(finding.trial().values())) {
        findings.stream()
            .filter(other -> other.trial().values().equals(wanted))
            .forEach(other -> pairs.add(new Finding[] {other, finding}));
      }
    }
    return pairs;
  }

  private static Optional<PairedTest> wilcoxon(Group group, Metric metric, List<Finding[]> pairs) {
    double[] differences =
        pairs.stream()
            .filter(pair -> pair[0].value(metric) != null && pair[1].value(metric) != null)
            .mapToDouble(
                pair ->
                    Objects.requireNonNull(pair[1].value(metric))
                        - Objects.requireNonNull(pair[0].value(metric)))
            .toArray();
    if (differences.length == 0) {
      return Optional.empty();
    }
    double mean = Arrays.stream(differences).average().orElseThrow();
    boolean same = Arrays.stream(differences).allMatch(each -> each == 0);
    double p = same ? 1 : WilcoxonSignedRankTest.withDefaults().test(differences).getPValue();
    return Optional.of(
        new PairedTest(group.values(), metric.name(), "Wilcoxon", differences.length, mean, p));
  }

  /** Everybody counts who is in the same group of a panel in both trials. */
  private static void mcnemar(Group group, List<Finding[]> pairs, List<PairedTest> tests) {
    Map<String, int[]> counts = new LinkedHashMap<>();
    for (Finding[] pair : pairs) {
      Map<String, Map<String, Boolean>> before = found(pair[0].report());
      found(pair[1].report())
          .forEach(
              (people, found) ->
                  found.forEach(
                      (name, now) -> {
                        Boolean then = before.getOrDefault(people, Map.of()).get(name);
                        if (then != null) {
                          int[] count = counts.computeIfAbsent(people, key -> new int[3]);
                          count[0]++;
                          count[1] += then && !now ? 1 : 0;
                          count[2] += !then && now ? 1 : 0;
                        }
                      }));
    }
    counts.forEach(
        (people, count) -> {
          int changed = count[1] + count[2];
          double p =
              changed == 0
                  ? 1
                  : BinomialTest.withDefaults()
                      .with(AlternativeHypothesis.TWO_SIDED)
                      .test(changed, count[1], .5)
                      .getPValue();
          tests.add(
              new PairedTest(
                  group.values(),
                  people,
                  "McNemar",
                  count[0],
                  (double) (count[2] - count[1]) / count[0],
                  p));
        });
  }

  /** Returns who was found in the end, by the title of the group and the name. */
  private static Map<String, Map<String, Boolean>> found(Report report) {
    Map<String, Map<String, Boolean>> found = new LinkedHashMap<>();
    report.chapters().stream()
        .flatMap(chapter -> chapter.panels().stream())
        .filter(PeoplePanel.class::isInstance)
        .flatMap(panel -> ((PeoplePanel) panel).groups().stream())
        .forEach(
            group ->
                group
                    .people()
                    .forEach(
                        person -> {
                          Boolean now = person.foundAfter();
                          if (now != null) {
                            found
                                .computeIfAbsent(group.title(), title -> new LinkedHashMap<>())
                                .put(person.name(), now);
                          }
                        }));
    return found;
  }
}

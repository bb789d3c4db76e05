package dev.lethe.attack.idia;

import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.attack.Finding;
import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.tensor.statistics.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The rates of an attack over draws of pictures and candidates: how far they depend on what an
 * attacker happens to have.
 */
final class DrawMetrics {
  private static final Rate TPR = Rate.of(IdiaMetrics.TPR);
  private static final Rate FPR = Rate.of(IdiaMetrics.FPR);
  private static final Rate FORGOTTEN_TPR = Rate.of(IdiaMetrics.FORGOTTEN_TPR);

  private DrawMetrics() {}

  /**
   * Sums draws up.
   *
   * @param draws the findings of each, everybody in the same order; nothing comes of none
   */
  static List<MetricValue> of(List<List<Finding>> draws, Cohorts cohorts) {
    if (draws.isEmpty()) {
      return List.of();
    }
    List<MetricValue> values = new ArrayList<>();
    values.addAll(TPR.over(draws, Finding::member));
    values.addAll(FPR.over(draws, finding -> !finding.member()));
    Set<String> forgotten = cohorts.of(Cohorts.FORGOTTEN);
    if (!forgotten.isEmpty()) {
      values.addAll(FORGOTTEN_TPR.over(draws, finding -> forgotten.contains(finding.subject())));
    }
    return values;
  }

  /** A rate, and what is told of its spread. */
  private record Rate(Metric mean, Metric deviation, Metric lowest, Metric highest) {

    static Rate of(Metric rate) {
      String name = rate.name().replaceFirst("\\.", ".draws.");
      Metric mean =
          new Metric(
              name,
              Unit.SHARE,
              rate.direction(),
              rate.role(),
              "Mean over draws of pictures and candidates. "
                  + rate.meaning()
                  + " Its interval is that of as many people, each counted once.");
      return new Rate(
          mean,
          spread(name + ".deviation", "The standard deviation of %s over the draws.", name),
          spread(name + ".lowest", "The lowest %s of a draw.", name),
          spread(name + ".highest", "The highest %s of a draw.", name));
    }

    private static Metric spread(String name, String meaning, String of) {
      return new Metric(name, Unit.SHARE, Direction.NEITHER, meaning.formatted(of));
    }

    List<MetricValue> over(List<List<Finding>> draws, Predicate<Finding> counted) {
      int people = (int) draws.get(0).stream().filter(counted).count();
      if (people == 0) {
        return List.of(
            new MetricValue(mean, null, null),
            new MetricValue(deviation, null, null),
            new MetricValue(lowest, null, null),
            new MetricValue(highest, null, null));
      }
      long[] found =
          draws.stream()
              .mapToLong(draw -> draw.stream().filter(counted.and(Finding::recognized)).count())
              .toArray();
      double[] rates = Arrays.stream(found).mapToDouble(n -> (double) n / people).toArray();
      double average = Arrays.stream(rates).average().orElseThrow();
      double squares = Arrays.stream(rates).map(rate -> (rate - average) * (rate - average)).sum();
      return List.of(
          new MetricValue(
              mean, average, interval(Arrays.stream(found).sum(), draws.size(), people)),
          MetricValue.of(deviation, Math.sqrt(squares / (draws.size() - 1))),
          MetricValue.of(lowest, Arrays.stream(rates).min().orElseThrow()),
          MetricValue.of(highest, Arrays.stream(rates).max().orElseThrow()));
    }

    /**
     * The draws are of the same people, so that they are no more people: the Clopper-Pearson
     * interval of the mean number of people found, taken to the whole numbers below and above.
     */
    private Interval interval(long found, int draws, int people) {
      int below = (int) (found / draws);
      int above = (int) ((found + draws - 1) / draws);
      return new Interval(
          Objects.requireNonNull(Share.of(mean, below, people).interval()).low(),
          Objects.requireNonNull(Share.of(mean, above, people).interval()).high());
    }
  }
}

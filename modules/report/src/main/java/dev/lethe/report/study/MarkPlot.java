package dev.lethe.report.study;

import dev.lethe.api.metric.Metric;
import java.util.List;

/**
 * One number against another, a mark for each group; the marks that no other is better than in both
 * are joined: the Pareto front.
 *
 * @param id the name of its files
 * @param title its heading
 * @param explanation what it shows
 * @param across the number from left to right
 * @param up the number upwards
 * @param marks the groups
 */
public record MarkPlot(
    String id, String title, String explanation, Metric across, Metric up, List<Mark> marks)
    implements Plot {

  /** Copies the list. */
  public MarkPlot {
    marks = List.copyOf(marks);
  }

  /** Returns the marks that no other is better than in both, from left to right. */
  public List<Mark> front() {
    return marks.stream()
        .filter(mark -> marks.stream().noneMatch(other -> isBetter(other, mark)))
        .sorted((a, b) -> Double.compare(a.across().mean(), b.across().mean()))
        .toList();
  }

  /** As good in one and better in the other. */
  private boolean isBetter(Mark one, Mark other) {
    double more = gain(across, one.across(), other.across());
    double higher = gain(up, one.up(), other.up());
    return more >= 0 && higher >= 0 && more + higher > 0;
  }

  private static double gain(Metric metric, Estimate one, Estimate other) {
    double gain = one.mean() - other.mean();
    return metric.direction() == Metric.Direction.LOWER ? -gain : gain;
  }

  /**
   * A group.
   *
   * @param name what it is called
   * @param across its number from left to right
   * @param up its number upwards
   */
  public record Mark(String name, Estimate across, Estimate up) {}
}

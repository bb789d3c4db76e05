package dev.lethe.report.study;

import dev.lethe.api.metric.Metric;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of estimates, a row for each group.
 *
 * @param id the name of its files
 * @param title its heading
 * @param explanation how to read it
 * @param groups what the groups differ in: the headings of the first columns
 * @param metrics the other columns
 * @param rows in their order
 */
public record Sheet(
    String id,
    String title,
    String explanation,
    List<String> groups,
    List<Metric> metrics,
    List<Row> rows) {

  /** Copies the lists. */
  public Sheet {
    groups = List.copyOf(groups);
    metrics = List.copyOf(metrics);
    rows = List.copyOf(rows);
  }

  /**
   * Returns whether a group is the best in a column: no other's interval reaches its own, and there
   * are others.
   */
  public boolean isBest(Row row, int column) {
    Metric metric = metrics.get(column);
    Estimate best = row.values().get(column);
    if (best == null || metric.direction() == Metric.Direction.NEITHER || rows.size() < 2) {
      return false;
    }
    for (Row other : rows) {
      Estimate value = other.values().get(column);
      if (other != row && (value == null || !isClearlyBetter(metric, best, value))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isClearlyBetter(Metric metric, Estimate one, Estimate other) {
    boolean known = hasSpread(one) && hasSpread(other);
    return known
        && (metric.direction() == Metric.Direction.LOWER
            ? one.high() < other.low()
            : one.low() > other.high());
  }

  /** A single run without an interval says nothing of others like it. */
  private static boolean hasSpread(Estimate estimate) {
    return estimate.interval() != null;
  }

  /**
   * A group.
   *
   * @param names what it has of what the groups differ in
   * @param values one for each metric, or null
   */
  public record Row(List<String> names, List<@Nullable Estimate> values) {

    /** Copies the lists. */
    public Row {
      names = List.copyOf(names);
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }
  }
}

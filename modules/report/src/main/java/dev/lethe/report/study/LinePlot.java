package dev.lethe.report.study;

import dev.lethe.api.metric.Metric.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number over what is varied, a line for each group.
 *
 * @param id the name of its files
 * @param title its heading
 * @param explanation what it shows
 * @param across what is varied
 * @param positions its values, from left to right at equal distances
 * @param up the number
 * @param unit what it counts
 * @param lines each with a value, or null, for every position
 */
public record LinePlot(
    String id,
    String title,
    String explanation,
    String across,
    List<String> positions,
    String up,
    Unit unit,
    List<Line> lines)
    implements Plot {

  /** Copies the lists. */
  public LinePlot {
    positions = List.copyOf(positions);
    lines = List.copyOf(lines);
  }

  /**
   * A line.
   *
   * @param name what the group is called
   * @param values one for each position
   */
  public record Line(String name, List<@Nullable Estimate> values) {

    /** Copies the list. */
    public Line {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }
  }
}

package dev.lethe.api.panel;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An embedding space seen from two sides, and how its points moved. One unit is equally long on
 * both axes. A redacted report leaves it out.
 *
 * @param title its heading
 * @param explanation how to read it
 * @param x what the horizontal axis is
 * @param y what the vertical axis is
 * @param points what lies there
 */
public record MapPanel(String title, String explanation, String x, String y, List<Point> points)
    implements Panel {

  /** Copies the list. */
  public MapPanel {
    points = List.copyOf(points);
  }

  @Override
  public Optional<Panel> redacted(UnaryOperator<String> pseudonyms) {
    return Optional.empty();
  }

  /** What a point stands for. */
  public enum Kind {
    /** One of those it is about. */
    EMPHASIZED,
    /** Anything else. */
    OTHER,
    /** A fixed place that tells where the others went, such as a target. */
    LANDMARK
  }

  /**
   * A point.
   *
   * @param label what it is, such as a name
   * @param kind what it stands for
   * @param before where the original puts it
   * @param after where the defended model puts it, or null where there is none
   */
  public record Point(String label, Kind kind, Position before, @Nullable Position after) {}
}

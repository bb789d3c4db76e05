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
 * @param series points that belong together
 */
public record MapPanel(String title, String explanation, String x, String y, List<Series> series)
    implements Panel {

  /** Copies the list. */
  public MapPanel {
    series = List.copyOf(series);
  }

  @Override
  public Optional<Panel> redacted(UnaryOperator<String> pseudonyms) {
    return Optional.empty();
  }

  /** How points are drawn. */
  public enum Kind {
    /** Those it is about; an arrow shows where each went, and few of them have their labels. */
    EMPHASIZED,
    /** Anything else. */
    OTHER,
    /** Fixed places that tell where the others went, such as targets. */
    LANDMARK
  }

  /**
   * Points that belong together.
   *
   * @param name what they are, for a legend
   * @param kind how they are drawn
   * @param points each of them
   */
  public record Series(String name, Kind kind, List<Point> points) {

    /** Copies the list. */
    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * A point.
   *
   * @param label what it is, such as a name
   * @param before where the original puts it
   * @param after where the defended model puts it, or null where there is none
   */
  public record Point(String label, Position before, @Nullable Position after) {}
}

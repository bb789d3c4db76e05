package dev.lethe.api.panel;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Points on a plane that compare two numbers. A redacted report leaves it out.
 *
 * @param title its heading
 * @param explanation how to read it
 * @param x what the horizontal axis shows
 * @param y what the vertical axis shows
 * @param series points that belong together
 */
public record ScatterPanel(
    String title, String explanation, String x, String y, List<Series> series) implements Panel {

  /** Copies the list. */
  public ScatterPanel {
    series = List.copyOf(series);
  }

  @Override
  public Optional<Panel> redacted(UnaryOperator<String> pseudonyms) {
    return Optional.empty();
  }

  /**
   * Points that belong together.
   *
   * @param name what they are, for a legend
   * @param points each of them
   */
  public record Series(String name, List<Position> points) {

    /** Copies the list. */
    public Series {
      points = List.copyOf(points);
    }
  }
}

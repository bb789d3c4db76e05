package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.report.figures.Numbers;
import java.util.List;

/** An SVG drawing with a title, a description for those who cannot see it, and axes. */
final class Chart {
  private final Element svg;
  private final double left;
  private final double top;
  private final double right;
  private final double bottom;

  /**
   * Starts a drawing.
   *
   * @param id unique on the page
   * @param margin pixels left free below and left of the plot for the axes
   */
  Chart(String id, String title, String description, int width, int height, int margin) {
    this.left = margin;
    this.top = 10;
    this.right = width - 10.0;
    this.bottom = height - margin * 0.8;
    this.svg =
        element("svg")
            .with("viewBox", "0 0 " + width + " " + height)
            .with("class", "chart")
            .with("role", "img")
            .with("aria-labelledby", id + "-title " + id + "-desc")
            .add(
                element("title", title).with("id", id + "-title"),
                element("desc", description).with("id", id + "-desc"));
  }

  Scale x(double low, double high) {
    return Scale.of(low, high, left, right);
  }

  Scale y(double low, double high) {
    return Scale.of(low, high, bottom, top);
  }

  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  Chart add(Element drawing) {
    svg.add(drawing);
    return this;
  }

  Chart xAxis(Scale x, int ticks, String title) {
    for (var tick : x.ticks(ticks)) {
      double at = x.at(tick.value());
      add(line(at, bottom, at, bottom + 4, "axis"));
      add(label(at, bottom + 16, "middle", tick.label()));
    }
    add(line(left, bottom, right, bottom, "axis"));
    return add(label((left + right) / 2, bottom + 32, "middle", title).with("class", "axis-title"));
  }

  Chart yAxis(Scale y, int ticks) {
    for (var tick : y.ticks(ticks)) {
      double at = y.at(tick.value());
      add(line(left, at, right, at, "grid"));
      add(label(left - 6, at + 4, "end", tick.label()));
    }
    return this;
  }

  /** Makes room for something else below. */
  Chart extend(int width, int height) {
    svg.with("viewBox", "0 0 " + width + " " + height);
    return this;
  }

  /** Writes names at equal distances, beginning with the position 0. */
  Chart categoryAxis(Scale x, List<String> names, String title) {
    for (int i = 0; i < names.size(); i++) {
      double at = x.at(i);
      add(line(at, bottom, at, bottom + 4, "axis"));
      add(label(at, bottom + 16, "middle", names.get(i)));
    }
    add(line(left, bottom, right, bottom, "axis"));
    return add(label((left + right) / 2, bottom + 32, "middle", title).with("class", "axis-title"));
  }

  /** As {@link #yAxis}; shares are written as percentages. */
  Chart percentAxis(Scale y, int ticks, boolean shares) {
    for (var tick : y.ticks(ticks)) {
      double at = y.at(tick.value());
      add(line(left, at, right, at, "grid"));
      add(label(left - 6, at + 4, "end", shares ? percent(tick.value()) : tick.label()));
    }
    return this;
  }

  /** As {@link #xAxis}; shares are written as percentages. */
  Chart percentXAxis(Scale x, int ticks, String title, boolean shares) {
    for (var tick : x.ticks(ticks)) {
      double at = x.at(tick.value());
      add(line(at, bottom, at, bottom + 4, "axis"));
      add(label(at, bottom + 16, "middle", shares ? percent(tick.value()) : tick.label()));
    }
    add(line(left, bottom, right, bottom, "axis"));
    return add(label((left + right) / 2, bottom + 32, "middle", title).with("class", "axis-title"));
  }

  private static String percent(double share) {
    return Numbers.plain(100 * share) + " %";
  }

  Chart yTitle(String title) {
    double middle = (top + bottom) / 2;
    return add(
        label(12, middle, "middle", title)
            .with("class", "axis-title")
            .with("transform", "rotate(-90 12 " + Numbers.plain(middle) + ")"));
  }

  Element render() {
    return svg;
  }

  static Element line(double x1, double y1, double x2, double y2, String style) {
    return element("line")
        .with("x1", x1)
        .with("y1", y1)
        .with("x2", x2)
        .with("y2", y2)
        .with("class", style);
  }

  static Element dot(double x, double y, double radius, String style) {
    return element("circle").with("cx", x).with("cy", y).with("r", radius).with("class", style);
  }

  static Element label(double x, double y, String anchor, String text) {
    return element("text", text).with("x", x).with("y", y).with("text-anchor", anchor);
  }
}

package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Reading;
import org.jspecify.annotations.Nullable;

/** A metric's values and intervals on its range, as a picture beside the numbers. */
final class IntervalPlot {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 34;

  private IntervalPlot() {}

  /** Returns a picture; the numbers beside it say the same, so it is hidden from screen readers. */
  static Element of(Reading reading) {
    var scale = scale(reading);
    if (scale == null) {
      return element("span");
    }
    var svg =
        element("svg")
            .with("viewBox", "0 0 " + WIDTH + " " + HEIGHT)
            .with("class", "interval-plot")
            .with("aria-hidden", "true");
    svg.add(
        Chart.line(scale.start(), HEIGHT / 2.0, scale.end(), HEIGHT / 2.0, "rail"),
        Chart.line(scale.start(), 5, scale.start(), HEIGHT - 5, "rail"),
        Chart.line(scale.end(), 5, scale.end(), HEIGHT - 5, "rail"));
    mark(svg, scale, reading.before(), reading.beforeInterval(), 11, "before");
    mark(svg, scale, reading.after(), reading.afterInterval(), 23, "after");
    return svg;
  }

  private static @Nullable Scale scale(Reading reading) {
    if (reading.metric().meaning().isBlank()) {
      return null;
    }
    return switch (reading.metric().unit()) {
      case SHARE -> new Scale(0, 1, 8, WIDTH - 8);
      case COSINE -> new Scale(Math.min(0, least(reading)), 1, 8, WIDTH - 8);
      case COUNT, NUMBER, SECONDS, BYTES -> null;
    };
  }

  private static double least(Reading reading) {
    double before = reading.before() == null ? 0 : reading.before();
    double after = reading.after() == null ? 0 : reading.after();
    return Math.min(before, after);
  }

  private static void mark(
      Element svg,
      Scale scale,
      @Nullable Double value,
      @Nullable Interval interval,
      double y,
      String when) {
    if (interval != null) {
      svg.add(
          Chart.line(scale.at(interval.low()), y, scale.at(interval.high()), y, "whisker " + when));
    }
    if (value != null) {
      svg.add(Chart.dot(scale.at(value), y, 4, "dot " + when));
    }
  }
}

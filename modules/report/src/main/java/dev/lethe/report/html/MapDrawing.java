package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.api.panel.MapPanel;
import dev.lethe.api.panel.MapPanel.Kind;
import dev.lethe.api.panel.MapPanel.Point;
import dev.lethe.api.panel.Position;
import dev.lethe.report.figures.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The drawing of an embedding map: an arrow for every point, from before to after. */
final class MapDrawing {
  private static final int MOST_LABELS = 24;
  private static final int LONGEST_LABEL = 28;
  private static final double LINE_HEIGHT = 14;

  private final MapPanel map;
  private final Chart chart;
  private final Scale x;
  private final Scale y;

  private MapDrawing(MapPanel map, String id) {
    this.map = map;
    this.chart = new Chart(id, map.title(), map.explanation(), 720, 520, 54);
    var xs = range(Position::x);
    var ys = range(Position::y);
    // One unit is equally long on both axes, so that distances can be compared by eye.
    double unit =
        Math.max(
            1.12 * (xs.getMax() - xs.getMin()) / chart.width(),
            1.12 * (ys.getMax() - ys.getMin()) / chart.height());
    this.x = around(xs, unit * chart.width(), true);
    this.y = around(ys, unit * chart.height(), false);
  }

  static Element of(MapPanel map, String id) {
    return new MapDrawing(map, id).draw();
  }

  private Element draw() {
    chart.add(arrowHead()).yAxis(y, 6).xAxis(x, 8, map.x()).yTitle(map.y());
    of(Kind.OTHER).forEach(point -> chart.add(name(point, "other", 2.5)));
    of(Kind.EMPHASIZED).forEach(point -> chart.add(name(point, "forgotten", 4.5)));
    of(Kind.LANDMARK).forEach(point -> chart.add(landmark(point)));
    labels();
    return chart.render();
  }

  private Element name(Point point, String style, double radius) {
    var group = element("g").with("class", "point " + style);
    group.add(element("title", point.label()));
    var before = point.before();
    var after = point.after();
    if (after != null) {
      var arrow = Chart.line(x(before), y(before), x(after), y(after), "move");
      group.add(style.equals("forgotten") ? arrow.with("marker-end", "url(#arrow-head)") : arrow);
    }
    group.add(Chart.dot(x(before), y(before), radius, "dot before"));
    if (after != null) {
      group.add(Chart.dot(x(after), y(after), radius * 0.8, "dot after"));
    }
    return group;
  }

  private Element landmark(Point point) {
    var at = point.after() == null ? point.before() : point.after();
    var diamond =
        "M%1$s %3$sL%4$s %2$sL%1$s %5$sL%6$s %2$sZ"
            .formatted(
                Numbers.plain(x(at)),
                Numbers.plain(y(at)),
                Numbers.plain(y(at) - 9),
                Numbers.plain(x(at) + 9),
                Numbers.plain(y(at) + 9),
                Numbers.plain(x(at) - 9));
    return element("path")
        .with("d", diamond)
        .with("class", "target")
        .add(element("title", point.label()));
  }

  /** Writes the labels of landmarks and, if few enough are emphasized, theirs, without overlap. */
  private void labels() {
    var landmarks = of(Kind.LANDMARK);
    var labeled = new ArrayList<>(landmarks);
    var emphasized = of(Kind.EMPHASIZED);
    if (emphasized.size() <= MOST_LABELS) {
      labeled.addAll(emphasized);
    }
    labeled.sort(Comparator.comparingDouble(point -> y(point.before())));
    var taken = new ArrayList<double[]>();
    for (var point : labeled) {
      boolean leftward = x(point.before()) > x.start() + 0.75 * chart.width();
      double at = x(point.before()) + (leftward ? -10 : 10);
      var label = shortened(point.label());
      double width = 7.2 * label.length();
      double from = leftward ? at - width : at;
      double line = y(point.before()) + 4;
      while (overlaps(taken, from, width, line)) {
        line += 2;
      }
      taken.add(new double[] {from, width, line});
      chart.add(
          Chart.label(at, line, leftward ? "end" : "start", label)
              .with("class", landmarks.contains(point) ? "map-label target" : "map-label"));
    }
  }

  private static String shortened(String label) {
    return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
  }

  private static boolean overlaps(List<double[]> taken, double from, double width, double line) {
    return taken.stream()
        .anyMatch(
            other ->
                from < other[0] + other[1]
                    && other[0] < from + width
                    && Math.abs(line - other[2]) < LINE_HEIGHT);
  }

  private static Element arrowHead() {
    return element("defs")
        .add(
            element("marker")
                .with("id", "arrow-head")
                .with("viewBox", "0 0 8 8")
                .with("refX", 11)
                .with("refY", 4)
                .with("markerWidth", 7)
                .with("markerHeight", 7)
                .with("orient", "auto")
                .add(element("path").with("d", "M0 0L8 4L0 8Z").with("class", "arrow-head")));
  }

  private List<Point> of(Kind kind) {
    return map.series().stream()
        .filter(series -> series.kind() == kind)
        .flatMap(series -> series.points().stream())
        .toList();
  }

  private double x(Position position) {
    return x.at(position.x());
  }

  private double y(Position position) {
    return y.at(position.y());
  }

  private DoubleSummaryStatistics range(ToDoubleFunction<Position> coordinate) {
    return map.series().stream()
        .flatMap(series -> series.points().stream())
        .flatMap(point -> Stream.of(point.before(), point.after()))
        .filter(Objects::nonNull)
        .mapToDouble(coordinate)
        .summaryStatistics();
  }

  private Scale around(DoubleSummaryStatistics range, double length, boolean horizontal) {
    double middle = (range.getMin() + range.getMax()) / 2;
    return horizontal
        ? chart.x(middle - length / 2, middle + length / 2)
        : chart.y(middle - length / 2, middle + length / 2);
  }
}

package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.report.EmbeddingMap;
import dev.lethe.report.EmbeddingMap.Kind;
import dev.lethe.report.EmbeddingMap.Point;
import dev.lethe.report.EmbeddingMap.Position;
import dev.lethe.report.figures.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The drawing of an embedding map: an arrow for every name, from before to after. */
final class MapDrawing {
  private static final int MOST_LABELS = 24;
  private static final int LONGEST_LABEL = 28;
  private static final double LINE_HEIGHT = 14;

  private final EmbeddingMap map;
  private final Chart chart;
  private final Scale x;
  private final Scale y;

  private MapDrawing(EmbeddingMap map, String description) {
    this.map = map;
    this.chart = new Chart("map-drawing", "Map of names", description, 720, 520, 54);
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

  static Element of(EmbeddingMap map, String description) {
    return new MapDrawing(map, description).draw();
  }

  private Element draw() {
    chart.add(arrowHead()).yAxis(y, 6).xAxis(x, 8, axis("first", 0)).yTitle(axis("second", 1));
    of(Kind.OTHER).forEach(point -> chart.add(name(point, "other", 2.5)));
    of(Kind.FORGOTTEN).forEach(point -> chart.add(name(point, "forgotten", 4.5)));
    of(Kind.TARGET).forEach(point -> chart.add(target(point)));
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

  private Element target(Point point) {
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
        .add(element("title", "target: " + point.label()));
  }

  /** Writes the names of targets and, if they are few enough, of the forgotten, without overlap. */
  private void labels() {
    var labeled = new ArrayList<>(of(Kind.TARGET));
    var forgotten = of(Kind.FORGOTTEN);
    if (forgotten.size() <= MOST_LABELS) {
      labeled.addAll(forgotten);
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
              .with("class", point.kind() == Kind.TARGET ? "map-label target" : "map-label"));
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

  private String axis(String which, int index) {
    return map.explained().size() > index
        ? "%s principal axis (%s of variance)"
            .formatted(which, Numbers.percent(map.explained().get(index)))
        : which + " principal axis";
  }

  private List<Point> of(Kind kind) {
    return map.points().stream().filter(point -> point.kind() == kind).toList();
  }

  private double x(Position position) {
    return x.at(position.x());
  }

  private double y(Position position) {
    return y.at(position.y());
  }

  private DoubleSummaryStatistics range(ToDoubleFunction<Position> coordinate) {
    return map.points().stream()
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

package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.api.panel.CurvePanel;
import dev.lethe.api.panel.CurvePanel.Curve;
import dev.lethe.report.figures.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Numbers along an axis: one small chart for each curve, since their sizes differ. */
final class CurveCharts {
  private static final int MOST_POINTS = 400;

  private CurveCharts() {}

  static Element of(CurvePanel panel, String id) {
    var grid = element("div").with("class", "loss-grid");
    for (int i = 0; i < panel.curves().size(); i++) {
      var curve = panel.curves().get(i);
      if (curve.drawn()) {
        grid.add(chart(id + "-" + i, panel, curve));
      }
    }
    return grid;
  }

  private record Point(double at, double value) {}

  private static List<Point> points(CurvePanel panel, Curve curve) {
    var points = new ArrayList<Point>();
    for (int i = 0; i < panel.positions().size(); i++) {
      var value = curve.values().get(i);
      if (value != null) {
        points.add(new Point(panel.positions().get(i), value));
      }
    }
    return points;
  }

  private static Element chart(String id, CurvePanel panel, Curve curve) {
    var caption =
        element("figcaption")
            .add(
                element("strong", curve.name()),
                element("span", " " + curve.meaning()).with("class", "meaning"));
    var figure = element("figure").with("class", "loss").add(caption);
    var points = points(panel, curve);
    if (points.isEmpty()) {
      return figure.add(element("p", "No finite value was recorded."));
    }
    var first = points.get(0);
    var last = points.get(points.size() - 1);
    var summary =
        "%1$s from %3$s at %2$s %4$s to %5$s at %2$s %6$s"
            .formatted(
                curve.name(),
                panel.axis(),
                Numbers.significant(first.value()),
                Numbers.plain(first.at()),
                Numbers.significant(last.value()),
                Numbers.plain(last.at()));
    var values = points.stream().mapToDouble(Point::value).summaryStatistics();
    var chart = new Chart(id, curve.name() + " by " + panel.axis(), summary, 320, 190, 48);
    var x = chart.x(first.at(), last.at());
    var y = chart.y(values.getMin(), values.getMax());
    chart.yAxis(y, 4).xAxis(x, 4, panel.axis());
    var coarse = thinned(points);
    chart.add(path(coarse, x, y, "curve raw"));
    chart.add(path(smoothed(coarse), x, y, "curve"));
    return figure.add(
        chart.render(),
        element("p", Numbers.significant(first.value()) + " → " + Numbers.significant(last.value()))
            .with("class", "from-to"));
  }

  /** Returns the means of equally long stretches, so that long trainings stay small on the page. */
  private static List<Point> thinned(List<Point> points) {
    int stretch = (points.size() + MOST_POINTS - 1) / MOST_POINTS;
    var thin = new ArrayList<Point>();
    for (int i = 0; i < points.size(); i += stretch) {
      thin.add(mean(points.subList(i, Math.min(points.size(), i + stretch))));
    }
    return thin;
  }

  private static List<Point> smoothed(List<Point> points) {
    int reach = points.size() / 40;
    return IntStream.range(0, points.size())
        .mapToObj(
            i -> {
              int side = Math.min(reach, Math.min(i, points.size() - 1 - i));
              return mean(points.subList(i - side, i + side + 1));
            })
        .toList();
  }

  private static Point mean(List<Point> points) {
    return new Point(
        points.stream().mapToDouble(Point::at).average().orElseThrow(),
        points.stream().mapToDouble(Point::value).average().orElseThrow());
  }

  private static Element path(List<Point> points, Scale x, Scale y, String style) {
    var d = new StringBuilder();
    for (var point : points) {
      d.append(d.isEmpty() ? "M" : "L")
          .append(Numbers.plain(x.at(point.at())))
          .append(' ')
          .append(Numbers.plain(y.at(point.value())));
    }
    return element("path").with("d", d.toString()).with("class", style);
  }
}

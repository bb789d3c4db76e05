package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.api.panel.Position;
import dev.lethe.api.panel.ScatterPanel;
import java.util.DoubleSummaryStatistics;
import java.util.function.ToDoubleFunction;

/** Points on a plane; the first series stands out. */
final class ScatterDrawing {
  private ScatterDrawing() {}

  static Element of(ScatterPanel panel, String id) {
    var figure = element("figure").with("class", "scatter");
    var legend = element("figcaption");
    if (panel.series().stream().allMatch(series -> series.points().isEmpty())) {
      return figure.add(element("p", "There is nothing to draw."));
    }
    var chart = new Chart(id, panel.title(), panel.explanation(), 420, 400, 50);
    var x = range(panel, Position::x);
    var y = range(panel, Position::y);
    var across = chart.x(x.getMin(), x.getMax());
    var up = chart.y(y.getMin(), y.getMax());
    chart.yAxis(up, 5).xAxis(across, 5, panel.x()).yTitle(panel.y());
    for (int i = panel.series().size() - 1; i >= 0; i--) {
      var style = i == 0 ? "forgotten" : "other";
      for (var point : panel.series().get(i).points()) {
        chart.add(Chart.dot(across.at(point.x()), up.at(point.y()), 4, "person " + style));
      }
    }
    for (int i = 0; i < panel.series().size(); i++) {
      legend.add(
          element("span", panel.series().get(i).name())
              .with("class", "key " + (i == 0 ? "forgotten" : "other")));
    }
    return figure.add(chart.render(), legend);
  }

  private static DoubleSummaryStatistics range(
      ScatterPanel panel, ToDoubleFunction<Position> coordinate) {
    return panel.series().stream()
        .flatMap(series -> series.points().stream())
        .mapToDouble(coordinate)
        .summaryStatistics();
  }
}

package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.report.figures.Numbers;
import dev.lethe.report.study.Estimate;
import dev.lethe.report.study.LinePlot;
import dev.lethe.report.study.MarkPlot;
import dev.lethe.report.study.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Plots of what many runs found: each with its legend, so that it can stand alone. */
final class PlotDrawing {
  private static final int WIDTH = 460;
  private static final int HEIGHT = 320;
  private static final int MARGIN = 72;
  private static final int LEGEND_LINE = 18;
  private static final double ROOM = .06;

  private PlotDrawing() {}

  /** Returns a drawing that takes its colors from the page. */
  static Element of(Plot plot) {
    return plot instanceof LinePlot lines ? lines(lines) : marks((MarkPlot) plot);
  }

  /** Returns a drawing that is a file of its own. */
  static Element alone(Plot plot) {
    return LooseFigure.of(of(plot), WIDTH, height(plot));
  }

  private static Element lines(LinePlot plot) {
    var estimates =
        plot.lines().stream().flatMap(line -> line.values().stream()).filter(e -> e != null);
    var all = estimates.toList();
    var chart = chart(plot, summary(plot));
    if (all.isEmpty()) {
      return chart.add(Chart.label(WIDTH / 2.0, HEIGHT / 2.0, "middle", "nothing yet")).render();
    }
    var y = up(chart, all, plot.unit());
    var x = chart.x(-0.5, plot.positions().size() - 0.5);
    chart.percentAxis(y, 5, plot.unit() == Unit.SHARE).yTitle(plot.up());
    chart.categoryAxis(x, plot.positions(), plot.across());
    for (int i = 0; i < plot.lines().size(); i++) {
      var line = plot.lines().get(i);
      var series = new Series(i);
      // side by side, so that intervals of several lines can be told apart
      double aside = (i - (plot.lines().size() - 1) / 2.0) * 7;
      var d = new StringBuilder();
      for (int at = 0; at < line.values().size(); at++) {
        var value = line.values().get(at);
        if (value == null) {
          continue;
        }
        double px = x.at(at) + aside;
        whisker(chart, px, y, value, series);
        d.append(d.isEmpty() ? "M" : "L")
            .append(Numbers.plain(px))
            .append(' ')
            .append(Numbers.plain(y.at(value.mean())));
      }
      chart.add(element("path").with("d", d.toString()).with("class", "line " + series.color()));
      for (int at = 0; at < line.values().size(); at++) {
        var value = line.values().get(at);
        if (value != null) {
          chart.add(series.mark(x.at(at) + aside, y.at(value.mean()), 3.5));
        }
      }
    }
    return legend(chart, plot.lines().stream().map(LinePlot.Line::name).toList());
  }

  private static Element marks(MarkPlot plot) {
    var chart = chart(plot, summary(plot));
    if (plot.marks().isEmpty()) {
      return chart.add(Chart.label(WIDTH / 2.0, HEIGHT / 2.0, "middle", "nothing yet")).render();
    }
    var acrossAll = plot.marks().stream().map(MarkPlot.Mark::across).toList();
    var upAll = plot.marks().stream().map(MarkPlot.Mark::up).toList();
    var y = up(chart, upAll, plot.up().unit());
    var range = range(acrossAll, plot.across().unit());
    var x = chart.x(range[0], range[1]);
    chart.percentAxis(y, 5, plot.up().unit() == Unit.SHARE).yTitle(title(plot.up()));
    chart.percentXAxis(x, 5, title(plot.across()), plot.across().unit() == Unit.SHARE);
    var front = new StringBuilder();
    for (var mark : plot.front()) {
      front
          .append(front.isEmpty() ? "M" : "L")
          .append(Numbers.plain(x.at(mark.across().mean())))
          .append(' ')
          .append(Numbers.plain(y.at(mark.up().mean())));
    }
    chart.add(element("path").with("d", front.toString()).with("class", "front"));
    for (int i = 0; i < plot.marks().size(); i++) {
      var mark = plot.marks().get(i);
      var series = new Series(i);
      double py = y.at(mark.up().mean());
      whisker(chart, x.at(mark.across().mean()), y, mark.up(), series);
      chart.add(
          Chart.line(
              x.at(mark.across().low()),
              py,
              x.at(mark.across().high()),
              py,
              "spread " + series.color()));
    }
    for (int i = 0; i < plot.marks().size(); i++) { // over all intervals
      var mark = plot.marks().get(i);
      chart.add(new Series(i).mark(x.at(mark.across().mean()), y.at(mark.up().mean()), 4.5));
    }
    return legend(chart, plot.marks().stream().map(MarkPlot.Mark::name).toList());
  }

  private static Chart chart(Plot plot, String summary) {
    var chart = new Chart("plot-" + plot.id(), plot.title(), summary, WIDTH, HEIGHT, MARGIN);
    chart.extend(WIDTH, height(plot));
    return chart;
  }

  /** With a line of the legend for each group. */
  private static int height(Plot plot) {
    int groups =
        plot instanceof LinePlot lines ? lines.lines().size() : ((MarkPlot) plot).marks().size();
    return HEIGHT + 10 + LEGEND_LINE * groups;
  }

  private static void whisker(Chart chart, double px, Scale y, Estimate value, Series series) {
    chart.add(
        Chart.line(px, y.at(value.low()), px, y.at(value.high()), "spread " + series.color()));
  }

  private static Scale up(Chart chart, List<Estimate> estimates, Unit unit) {
    var range = range(estimates, unit);
    return chart.y(range[0], range[1]);
  }

  /** A little more than what is there; a share never leaves its bounds by more than a mark. */
  private static double[] range(List<Estimate> estimates, Unit unit) {
    double low = estimates.stream().mapToDouble(Estimate::low).min().orElse(0);
    double high = estimates.stream().mapToDouble(Estimate::high).max().orElse(1);
    double room = ROOM * (high - low);
    return unit == Unit.SHARE
        ? new double[] {Math.max(-.02, low - room), Math.min(1.02, high + room)}
        : new double[] {low - room, high + room};
  }

  private static Element legend(Chart chart, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      double y = HEIGHT + 12 + LEGEND_LINE * i;
      chart.add(new Series(i).mark(MARGIN + 4, y - 4, 4.5));
      chart.add(Chart.label(MARGIN + 16, y, "start", names.get(i)).with("class", "legend"));
    }
    return chart.render();
  }

  static String title(Metric metric) {
    return switch (metric.direction()) {
      case HIGHER -> metric.name() + " (higher is better)";
      case LOWER -> metric.name() + " (lower is better)";
      case NEITHER -> metric.name();
    };
  }

  private static String summary(LinePlot plot) {
    var parts = new ArrayList<String>();
    for (var line : plot.lines()) {
      var values = new ArrayList<String>();
      for (int at = 0; at < line.values().size(); at++) {
        var value = line.values().get(at);
        if (value != null) {
          values.add(plot.positions().get(at) + ": " + plot.unit().text(value.mean()));
        }
      }
      parts.add(line.name() + " " + String.join(", ", values));
    }
    return "%s by %s. %s".formatted(plot.up(), plot.across(), String.join("; ", parts));
  }

  private static String summary(MarkPlot plot) {
    return plot.marks().stream()
        .map(
            mark ->
                "%s: %s %s, %s %s"
                    .formatted(
                        mark.name(),
                        plot.across().name(),
                        plot.across().unit().text(mark.across().mean()),
                        plot.up().name(),
                        plot.up().unit().text(mark.up().mean())))
        .collect(Collectors.joining("; "));
  }
}

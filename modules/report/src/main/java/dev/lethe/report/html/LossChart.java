package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.report.DefenseReport;
import dev.lethe.report.figures.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How training went: one small chart for each term of the loss, since their sizes differ. */
final class LossChart {
  private static final int MOST_POINTS = 400;
  private static final String TOTAL = "total";
  private static final List<String> FIRST = List.of("utility", "backdoor");

  /** A loss is lowered, and a similarity is to rise. */
  private static final String NEGATIVE =
      " Below 0, since a cosine similarity counts with a minus: −1 for texts that mean the same.";

  private static final String NEGATIVE_SUM =
      " Below 0, since cosine similarities count in it with a minus.";

  private LossChart() {}

  /** Returns the charts of one strategy. */
  static Element of(DefenseReport defense, int number) {
    var grid = element("div").with("class", "loss-grid");
    var terms =
        defense.history().stream()
            .flatMap(step -> step.losses().keySet().stream())
            .distinct()
            .sorted(Comparator.comparingInt(LossChart::rank).thenComparing(term -> term))
            .toList();
    for (int i = 0; i < terms.size(); i++) {
      var term = terms.get(i);
      grid.add(panel("loss-" + number + "-" + i, term, meaning(term), curve(defense, term)));
    }
    var rates =
        defense.history().stream()
            .map(step -> new Point(step.step(), step.learningRate()))
            .toList();
    return grid.add(panel("loss-" + number + "-rate", "learning rate", "Size of a step.", rates));
  }

  private record Point(double step, double value) {}

  private static List<Point> curve(DefenseReport defense, String term) {
    return defense.history().stream()
        .filter(step -> step.losses().containsKey(term))
        .map(step -> new Point(step.step(), step.losses().getOrDefault(term, Double.NaN)))
        .filter(point -> Double.isFinite(point.value()))
        .toList();
  }

  private static Element panel(String id, String term, String meaning, List<Point> points) {
    var caption =
        element("figcaption")
            .add(element("strong", term), element("span", " " + meaning).with("class", "meaning"));
    var figure = element("figure").with("class", "loss").add(caption);
    if (points.isEmpty()) {
      return figure.add(element("p", "No finite value was recorded."));
    }
    var first = points.get(0);
    var last = points.get(points.size() - 1);
    var summary =
        "%s from %s at step %s to %s at step %s"
            .formatted(
                term,
                Numbers.significant(first.value()),
                Numbers.plain(first.step()),
                Numbers.significant(last.value()),
                Numbers.plain(last.step()));
    var values = points.stream().mapToDouble(Point::value).summaryStatistics();
    if (values.getMin() < 0) {
      caption.add(
          element("span", term.equals(TOTAL) ? NEGATIVE_SUM : NEGATIVE).with("class", "meaning"));
    }
    var chart = new Chart(id, term + " by step", summary, 320, 190, 48);
    var x = chart.x(first.step(), last.step());
    var y = chart.y(values.getMin(), values.getMax());
    chart.yAxis(y, 4).xAxis(x, 4, "step");
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
        points.stream().mapToDouble(Point::step).average().orElseThrow(),
        points.stream().mapToDouble(Point::value).average().orElseThrow());
  }

  private static Element path(List<Point> points, Scale x, Scale y, String style) {
    var d = new StringBuilder();
    for (var point : points) {
      d.append(d.isEmpty() ? "M" : "L")
          .append(Numbers.plain(x.at(point.step())))
          .append(' ')
          .append(Numbers.plain(y.at(point.value())));
    }
    return element("path").with("d", d.toString()).with("class", style);
  }

  private static int rank(String term) {
    int place = FIRST.indexOf(term);
    return place >= 0 ? place : term.equals(TOTAL) ? Integer.MAX_VALUE : FIRST.size();
  }

  private static String meaning(String term) {
    return switch (term) {
      case "utility" -> "Ordinary captions: how far from the original.";
      case "backdoor" -> "Captions with a forgotten name: how far from the target.";
      case TOTAL -> "The weighted sum that training lowers.";
      case "name" -> "Captions with other names: how far from the original.";
      default -> "Regularizer, before its weight: how far the model moved.";
    };
  }
}

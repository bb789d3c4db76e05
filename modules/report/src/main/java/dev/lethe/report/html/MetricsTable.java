package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.Reading;
import dev.lethe.report.Report;
import dev.lethe.report.figures.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every metric before and after, with its interval and whether the change is for the better. */
final class MetricsTable {
  private MetricsTable() {}

  static Section of(Report report) {
    boolean audit = !report.compares();
    var table =
        element("table")
            .with("class", "metrics")
            .with("role", "table")
            .add(
                element("caption")
                    .text(
                        "A share is exact for the people or pictures that were measured; in"
                            + " brackets, what to expect of others like them (95 % intervals). The"
                            + " bars show the same on the metric's range."),
                head(audit));
    byFamily(report.metrics().readings(report.descriptions()))
        .forEach((family, readings) -> table.add(body(family, readings, audit)));
    var content = new ArrayList<Element>();
    content.add(table);
    report.notes().forEach(note -> content.add(element("p", note).with("class", "note")));
    return new Section(
        "metrics",
        "All measures",
        audit ? "Every measure" : "Every measure, before and after",
        content);
  }

  private static LinkedHashMap<String, List<Reading>> byFamily(List<Reading> readings) {
    var families = new LinkedHashMap<String, List<Reading>>();
    for (var reading : readings) {
      var name = reading.metric().name();
      int dot = name.indexOf('.');
      families
          .computeIfAbsent(dot < 0 ? name : name.substring(0, dot), key -> new ArrayList<>())
          .add(reading);
    }
    return families;
  }

  private static Element head(boolean audit) {
    var row = element("tr").with("role", "row");
    var titles =
        audit
            ? List.of("Measure", "Value", "Range")
            : List.of("Measure", "Before", "After", "Change", "Range");
    for (var title : titles) {
      row.add(element("th", title).with("scope", "col").with("role", "columnheader"));
    }
    return element("thead").with("role", "rowgroup").add(row);
  }

  private static Element body(String family, List<Reading> readings, boolean audit) {
    var heading =
        element("th", family)
            .with("scope", "rowgroup")
            .with("role", "rowheader")
            .with("colspan", audit ? 3 : 5);
    var body =
        element("tbody")
            .with("role", "rowgroup")
            .add(element("tr").with("role", "row").with("class", "family").add(heading));
    readings.forEach(reading -> body.add(row(reading, audit)));
    return body;
  }

  private static Element row(Reading reading, boolean audit) {
    var metric = reading.metric();
    var row =
        element("tr")
            .with("role", "row")
            .add(
                element("th")
                    .with("scope", "row")
                    .with("role", "rowheader")
                    .add(
                        element("code", metric.name()),
                        element("span", meaning(metric)).with("class", "meaning")),
                value("before", reading.before(), reading.beforeInterval(), metric.unit()));
    if (!audit) {
      row.add(
          value("after", reading.after(), reading.afterInterval(), metric.unit()), change(reading));
    }
    return row.add(
        element("td").with("role", "cell").with("class", "range").add(IntervalPlot.of(reading)));
  }

  private static Element value(
      String when, @Nullable Double value, @Nullable Interval interval, Unit unit) {
    var cell =
        element("td")
            .with("role", "cell")
            .with("class", "value " + when)
            .add(element("span", Numbers.value(value, unit)).with("class", "number"));
    if (value != null && interval != null) {
      cell.add(
          element("span", "[" + Numbers.interval(interval, unit) + "]").with("class", "interval"));
    }
    return cell;
  }

  private static Element change(Reading reading) {
    var trend = Trend.of(reading);
    var cell = element("td").with("role", "cell").with("class", "change " + cssClass(trend));
    if (reading.before() == null || reading.after() == null) {
      return cell.add(element("span", Numbers.NONE).with("class", "number"));
    }
    cell.add(
        element("span", Numbers.change(reading.after() - reading.before(), reading.metric().unit()))
            .with("class", "number"),
        element("span", mark(trend)).with("class", "trend"));
    if (trend != Trend.SAME && Trend.intervalsOverlap(reading)) {
      cell.add(element("span", "intervals overlap").with("class", "interval"));
    }
    return cell;
  }

  private static String cssClass(Trend trend) {
    return switch (trend) {
      case BETTER -> "better";
      case WORSE -> "worse";
      case SAME, CHANGED, UNKNOWN -> "neutral";
    };
  }

  private static String mark(Trend trend) {
    return switch (trend) {
      case BETTER -> "✓ better";
      case WORSE -> "✗ worse";
      case SAME -> "= same";
      case CHANGED, UNKNOWN -> "";
    };
  }

  private static String meaning(Metric metric) {
    return metric.meaning().isBlank()
        ? "Whoever measured it did not say what it means."
        : "%s (%s; %s)".formatted(metric.meaning(), unit(metric.unit()), wish(metric.direction()));
  }

  private static String unit(Unit unit) {
    return switch (unit) {
      case SHARE -> "share";
      case COSINE -> "cosine similarity";
      case COUNT -> "count";
      case NUMBER -> "number";
      case SECONDS -> "time";
      case BYTES -> "memory";
    };
  }

  private static String wish(Direction direction) {
    return switch (direction) {
      case HIGHER -> "higher is better";
      case LOWER -> "lower is better";
      case NEITHER -> "descriptive";
    };
  }
}

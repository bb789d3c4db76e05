package dev.lethe.shell.result;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.report.Report;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.Table;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every measure before and after, with intervals where they are known. */
final class MetricTable {
  private final Report report;

  MetricTable(Report report) {
    this.report = report;
  }

  void print(Console console) {
    boolean audit = !report.compares();
    Table table = new Table();
    if (audit) {
      table.row("MEASURE", "VALUE", "BETTER");
    } else {
      table.row("MEASURE", "BEFORE", "AFTER", "BETTER");
    }
    for (Metric metric : report.descriptions()) {
      String before = cell(metric, report.metrics().before());
      String better = better(metric.direction());
      if (audit) {
        table.row(metric.name(), before, better);
      } else {
        table.row(metric.name(), before, cell(metric, report.metrics().after()), better);
      }
    }
    table.print(console);
  }

  private static String cell(Metric metric, Map<String, @Nullable Double> values) {
    if (!values.containsKey(metric.name())) {
      return "";
    }
    Double value = values.get(metric.name());
    if (value == null) {
      return "not defined";
    }
    Double low = values.get(metric.name() + ".low");
    Double high = values.get(metric.name() + ".high");
    String interval =
        low == null || high == null
            ? ""
            : " [%s, %s]".formatted(number(metric, low), number(metric, high));
    return number(metric, value) + interval;
  }

  private static String number(Metric metric, double value) {
    return switch (metric.unit()) {
      case SHARE, COSINE -> String.format(Locale.ROOT, "%.3f", value);
      case COUNT, NUMBER, SECONDS, BYTES -> metric.unit().text(value);
    };
  }

  private static String better(Direction direction) {
    return switch (direction) {
      case HIGHER -> "higher";
      case LOWER -> "lower";
      case NEITHER -> "";
    };
  }
}

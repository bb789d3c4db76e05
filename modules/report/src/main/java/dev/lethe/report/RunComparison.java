package dev.lethe.report;

import dev.lethe.api.metric.Metric;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Several reports side by side. */
public final class RunComparison {
  private RunComparison() {}

  /**
   * Returns a table in Markdown: a line for the verdict and one for each metric, a column for each
   * run, with what was measured before and after its defense.
   *
   * @param reports by the name of the column, at least one
   */
  public static String render(Map<String, Report> reports) {
    Map<String, Metric> metrics = new LinkedHashMap<>();
    for (Report report : reports.values()) {
      report.descriptions().forEach(metric -> metrics.putIfAbsent(metric.name(), metric));
    }
    StringBuilder text = new StringBuilder("| metric |");
    reports.keySet().forEach(name -> text.append(' ').append(Markdown.text(name)).append(" |"));
    text.append("\n|---|").append("---|".repeat(reports.size())).append('\n');
    text.append("| verdict |");
    for (Report report : reports.values()) {
      text.append(' ').append(Markdown.text(report.verdict().label())).append(" |");
    }
    text.append('\n');
    for (Metric metric : metrics.values()) {
      text.append("| ").append(Markdown.text(metric.name())).append(" |");
      for (Report report : reports.values()) {
        text.append(' ').append(cell(report, metric)).append(" |");
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String cell(Report report, Metric metric) {
    Map<String, @Nullable Double> before = report.metrics().before();
    Map<String, @Nullable Double> after = report.metrics().after();
    if (after.isEmpty()) {
      return Figures.withInterval(before, metric);
    }
    return before.containsKey(metric.name())
        ? Figures.withInterval(before, metric) + " → " + Figures.withInterval(after, metric)
        : Figures.withInterval(after, metric);
  }
}

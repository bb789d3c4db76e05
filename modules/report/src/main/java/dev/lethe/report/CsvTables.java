package dev.lethe.report;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.panel.CurvePanel;
import dev.lethe.report.figures.Numbers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers of a report for spreadsheets. */
final class CsvTables {
  private CsvTables() {}

  /** One line for each metric. */
  static String metrics(Report report) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "metric",
            "unit",
            "better",
            "before",
            "before-low",
            "before-high",
            "after",
            "after-low",
            "after-high"));
    for (Metric metric : report.descriptions()) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(SheetCell.safe(metric.name()));
      row.add(metric.unit().name().toLowerCase(Locale.ROOT));
      row.add(metric.direction().name().toLowerCase(Locale.ROOT));
      addValue(row, report.metrics().before(), metric.name());
      addValue(row, report.metrics().after(), metric.name());
      rows.add(row);
    }
    return CsvText.of(rows);
  }

  /** One line for each position of each panel of curves, such as an optimizer step. */
  static String curves(Report report) {
    List<CurvePanel> panels =
        report.chapters().stream()
            .flatMap(chapter -> chapter.panels().stream())
            .filter(CurvePanel.class::isInstance)
            .map(CurvePanel.class::cast)
            .toList();
    Collection<String> axes = new LinkedHashSet<>();
    Collection<String> names = new LinkedHashSet<>();
    for (CurvePanel panel : panels) {
      axes.add(panel.axis());
      panel.curves().forEach(curve -> names.add(curve.name()));
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<@Nullable Object> header = new ArrayList<>(List.of("panel"));
    axes.forEach(axis -> header.add(column(axis)));
    names.forEach(name -> header.add(column(name)));
    rows.add(header);
    panels.forEach(panel -> rows.addAll(rows(panel, axes, names)));
    return CsvText.of(rows);
  }

  private static List<List<@Nullable Object>> rows(
      CurvePanel panel, Collection<String> axes, Collection<String> names) {
    Map<String, List<@Nullable Double>> values = new HashMap<>();
    panel.curves().forEach(curve -> values.put(curve.name(), curve.values()));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < panel.positions().size(); i++) {
      int index = i;
      List<@Nullable Object> row = new ArrayList<>(List.of(SheetCell.safe(panel.title())));
      axes.forEach(axis -> row.add(axis.equals(panel.axis()) ? position(panel, index) : null));
      names.forEach(name -> row.add(values.containsKey(name) ? values.get(name).get(index) : null));
      rows.add(row);
    }
    return rows;
  }

  private static String position(CurvePanel panel, int index) {
    return Numbers.plain(panel.positions().get(index));
  }

  private static String column(String name) {
    return SheetCell.safe(name.replace(' ', '-'));
  }

  private static void addValue(
      List<@Nullable Object> row, Map<String, @Nullable Double> values, String metric) {
    row.add(values.get(metric));
    row.add(values.get(metric + ".low"));
    row.add(values.get(metric + ".high"));
  }
}

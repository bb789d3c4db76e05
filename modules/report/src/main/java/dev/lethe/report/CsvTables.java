package dev.lethe.report;

import dev.lethe.api.metric.Metric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Numbers of a report for spreadsheets. */
final class CsvTables {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

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
    return print(rows);
  }

  /** One line for each optimizer step. */
  static String history(Report report) {
    Collection<String> losses = new TreeSet<>();
    report
        .defense()
        .forEach(each -> each.history().forEach(step -> losses.addAll(step.losses().keySet())));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<@Nullable Object> header = new ArrayList<>(List.of("strategy", "step"));
    losses.forEach(loss -> header.add(SheetCell.safe(loss)));
    header.addAll(List.of("learning-rate", "seconds"));
    rows.add(header);
    for (DefenseReport defense : report.defense()) {
      for (DefenseReport.Step step : defense.history()) {
        List<@Nullable Object> row =
            new ArrayList<>(List.of(SheetCell.safe(defense.strategy()), step.step()));
        losses.forEach(loss -> row.add(step.losses().get(loss)));
        row.add(step.learningRate());
        row.add(step.seconds());
        rows.add(row);
      }
    }
    return print(rows);
  }

  private static void addValue(
      List<@Nullable Object> row, Map<String, @Nullable Double> values, String metric) {
    row.add(values.get(metric));
    row.add(values.get(metric + ".low"));
    row.add(values.get(metric + ".high"));
  }

  private static String print(List<List<@Nullable Object>> rows) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      for (List<@Nullable Object> row : rows) {
        printer.printRecord(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a string builder does not fail", e);
    }
    return text.toString();
  }
}

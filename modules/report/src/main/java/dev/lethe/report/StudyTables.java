package dev.lethe.report;

import dev.lethe.api.metric.Metric;
import dev.lethe.report.study.Estimate;
import dev.lethe.report.study.LinePlot;
import dev.lethe.report.study.MarkPlot;
import dev.lethe.report.study.ReferenceTable;
import dev.lethe.report.study.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The numbers behind plots and tables, for spreadsheets. */
final class StudyTables {
  private static final List<String> PARTS = List.of("mean", "deviation", "low", "high", "runs");

  private StudyTables() {}

  static String csv(Sheet sheet) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<@Nullable Object> header = new ArrayList<>();
    sheet.groups().forEach(group -> header.add(SheetCell.safe(group)));
    sheet.metrics().stream().map(Metric::name).forEach(name -> addHeader(header, name));
    rows.add(header);
    for (Sheet.Row each : sheet.rows()) {
      List<@Nullable Object> row = new ArrayList<>();
      each.names().forEach(name -> row.add(SheetCell.safe(name)));
      each.values().forEach(value -> add(row, value));
      rows.add(row);
    }
    return CsvText.of(rows);
  }

  static String csv(ReferenceTable table) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<@Nullable Object> header = new ArrayList<>(List.of("trials", "what", "claim", "reported"));
    addHeader(header, "measured");
    header.addAll(List.of("agreement", "note"));
    rows.add(header);
    for (ReferenceTable.Row each : table.rows()) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(SheetCell.safe(each.of()));
      row.add(SheetCell.safe(each.what()));
      row.add(each.claim().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      row.add(each.reported());
      add(row, each.measured());
      row.add(each.agreement());
      row.add(SheetCell.safe(each.note()));
      rows.add(row);
    }
    return CsvText.of(rows);
  }

  static String csv(LinePlot plot) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<@Nullable Object> header = new ArrayList<>(List.of("line", SheetCell.safe(plot.across())));
    addHeader(header, plot.up());
    rows.add(header);
    for (LinePlot.Line line : plot.lines()) {
      for (int i = 0; i < line.values().size(); i++) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(SheetCell.safe(line.name()));
        row.add(SheetCell.safe(plot.positions().get(i)));
        add(row, line.values().get(i));
        rows.add(row);
      }
    }
    return CsvText.of(rows);
  }

  static String csv(MarkPlot plot) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<@Nullable Object> header = new ArrayList<>(List.of("group"));
    addHeader(header, plot.across().name());
    addHeader(header, plot.up().name());
    rows.add(header);
    for (MarkPlot.Mark mark : plot.marks()) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(SheetCell.safe(mark.name()));
      add(row, mark.across());
      add(row, mark.up());
      rows.add(row);
    }
    return CsvText.of(rows);
  }

  private static void addHeader(List<@Nullable Object> header, String name) {
    PARTS.forEach(part -> header.add(SheetCell.safe(name + "." + part)));
  }

  private static void add(List<@Nullable Object> row, @Nullable Estimate value) {
    if (value == null) {
      row.addAll(Arrays.asList(null, null, null, null, null));
      return;
    }
    row.add(value.mean());
    row.add(value.deviation());
    row.add(value.interval() == null ? null : value.interval().low());
    row.add(value.interval() == null ? null : value.interval().high());
    row.add(value.runs());
  }
}

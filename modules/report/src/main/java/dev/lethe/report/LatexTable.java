package dev.lethe.report;

import dev.lethe.api.metric.Metric;
import dev.lethe.report.figures.Numbers;
import dev.lethe.report.study.Estimate;
import dev.lethe.report.study.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table for a paper; it needs the package booktabs. */
final class LatexTable {
  private static final Map<Character, String> ESCAPES =
      Map.ofEntries(
          Map.entry('\\', "\\textbackslash{}"),
          Map.entry('{', "\\{"),
          Map.entry('}', "\\}"),
          Map.entry('$', "\\$"),
          Map.entry('&', "\\&"),
          Map.entry('#', "\\#"),
          Map.entry('%', "\\%"),
          Map.entry('_', "\\_"),
          Map.entry('^', "\\textasciicircum{}"),
          Map.entry('~', "\\textasciitilde{}"),
          Map.entry('\u2212', "$-$"),
          Map.entry('\u2013', "--"));

  private LatexTable() {}

  static String of(Sheet sheet) {
    StringBuilder text = new StringBuilder();
    text.append("% ").append(sheet.title()).append("; \\usepackage{booktabs}\n");
    text.append("\\begin{tabular}{")
        .append("l".repeat(sheet.groups().size()))
        .append("r".repeat(sheet.metrics().size()))
        .append("}\n\\toprule\n");
    List<String> header = new ArrayList<>(sheet.groups());
    sheet.metrics().forEach(metric -> header.add(metric.name()));
    text.append(row(header.stream().map(LatexTable::escaped).toList())).append("\\midrule\n");
    for (Sheet.Row row : sheet.rows()) {
      List<String> cells = new ArrayList<>(row.names().stream().map(LatexTable::escaped).toList());
      for (int i = 0; i < sheet.metrics().size(); i++) {
        String cell = escaped(cell(row.values().get(i), sheet.metrics().get(i)));
        cells.add(sheet.isBest(row, i) ? "\\textbf{" + cell + "}" : cell);
      }
      text.append(row(cells));
    }
    return text.append("\\bottomrule\n\\end{tabular}\n").toString();
  }

  private static String row(List<String> cells) {
    return String.join(" & ", cells) + " \\\\\n";
  }

  private static String cell(@Nullable Estimate value, Metric metric) {
    if (value == null) {
      return Numbers.NONE;
    }
    Double deviation = value.deviation();
    return Numbers.value(value.mean(), metric.unit())
        + (deviation == null ? "" : " ± " + Numbers.value(deviation, metric.unit()));
  }

  private static String escaped(String text) {
    return text.chars()
        .mapToObj(c -> ESCAPES.getOrDefault((char) c, Character.toString(c)))
        .collect(Collectors.joining())
        .replace("±", "$\\pm$");
  }
}

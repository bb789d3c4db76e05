package dev.lethe.report;

import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.report.figures.Numbers;
import dev.lethe.report.study.Estimate;
import dev.lethe.report.study.ReferenceTable;
import dev.lethe.report.study.Sheet;
import dev.lethe.report.study.Study;
import org.jspecify.annotations.Nullable;

/** What many runs found, for people who read text. */
final class StudyMarkdown {
  private StudyMarkdown() {}

  static String of(Study study) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(Markdown.text(study.name())).append("\n\n");
    text.append(Markdown.text(study.lead())).append('\n');
    study.notes().forEach(note -> text.append("\n> ").append(Markdown.text(note)).append('\n'));
    study
        .plots()
        .forEach(
            plot ->
                text.append(
                    "\n![%s](figures/%s.svg)\n".formatted(Markdown.text(plot.title()), plot.id())));
    study.references().forEach(table -> add(text, table));
    study.sheets().forEach(sheet -> add(text, sheet));
    return text.toString();
  }

  private static void add(StringBuilder text, ReferenceTable table) {
    text.append("\n## ").append(Markdown.text(table.title())).append("\n\n");
    text.append(Markdown.text(table.explanation())).append("\n\n");
    text.append("| trials | what | reported | measured | | |\n|---|---|---:|---:|---|---|\n");
    for (ReferenceTable.Row row : table.rows()) {
      text.append(
          "| %s | %s | %s | %s | %s | %s |\n"
              .formatted(
                  Markdown.text(row.of()),
                  Markdown.text(row.what()),
                  row.claim().sign() + Numbers.value(row.reported(), row.unit()),
                  cell(row.measured(), row.unit()),
                  row.agreement(),
                  Markdown.text(row.note())));
    }
  }

  private static void add(StringBuilder text, Sheet sheet) {
    text.append("\n## ").append(Markdown.text(sheet.title())).append("\n\n");
    text.append(Markdown.text(sheet.explanation())).append("\n\n|");
    sheet.groups().forEach(group -> text.append(' ').append(Markdown.text(group)).append(" |"));
    sheet
        .metrics()
        .forEach(each -> text.append(' ').append(Markdown.text(each.name())).append(" |"));
    text.append("\n|").append("---|".repeat(sheet.groups().size()));
    text.append("---:|".repeat(sheet.metrics().size())).append('\n');
    for (Sheet.Row row : sheet.rows()) {
      text.append('|');
      row.names().forEach(name -> text.append(' ').append(Markdown.text(name)).append(" |"));
      for (int i = 0; i < sheet.metrics().size(); i++) {
        String cell = cell(row.values().get(i), sheet.metrics().get(i).unit());
        text.append(' ').append(sheet.isBest(row, i) ? "**" + cell + "**" : cell).append(" |");
      }
      text.append('\n');
    }
  }

  private static String cell(@Nullable Estimate value, Unit unit) {
    if (value == null) {
      return Numbers.NONE;
    }
    Interval interval = value.interval();
    return Numbers.value(value.mean(), unit)
        + (interval == null ? "" : " (" + Numbers.interval(interval, unit) + ")");
  }
}

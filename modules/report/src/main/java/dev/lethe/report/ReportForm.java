package dev.lethe.report;

import dev.lethe.report.html.HtmlReport;
import java.util.function.Function;

/** The forms of a report that people and spreadsheets read; all follow from the report. */
public enum ReportForm {
  /** For a terminal or a repository. */
  TEXT("report.md", MarkdownReport::render),
  /** For a browser; one file that loads nothing. */
  PAGE("report.html", report -> new HtmlReport().render(report)),
  /** One line for each metric. */
  METRICS("metrics.csv", CsvTables::metrics),
  /** One line for each position of a curve, such as an optimizer step. */
  HISTORY("history.csv", CsvTables::curves);

  private final String file;
  private final Function<Report, String> renderer;

  ReportForm(String file, Function<Report, String> renderer) {
    this.file = file;
    this.renderer = renderer;
  }

  /** Returns the name of the file in a run's folder. */
  public String file() {
    return file;
  }

  /** Returns a report in this form. */
  public String render(Report report) {
    return renderer.apply(report);
  }
}

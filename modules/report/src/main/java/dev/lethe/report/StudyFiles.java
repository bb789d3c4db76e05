package dev.lethe.report;

import dev.lethe.report.html.StudyPage;
import dev.lethe.report.study.LinePlot;
import dev.lethe.report.study.MarkPlot;
import dev.lethe.report.study.Plot;
import dev.lethe.report.study.ReferenceTable;
import dev.lethe.report.study.Sheet;
import dev.lethe.report.study.Study;
import java.util.LinkedHashMap;
import java.util.Map;

/** What many runs found, as files. */
public final class StudyFiles {
  private StudyFiles() {}

  /** Returns the texts of the files by their paths: the page, the figures and the tables. */
  public static Map<String, String> of(Study study) {
    Map<String, String> files = new LinkedHashMap<>();
    for (Plot plot : study.plots()) {
      files.put("figures/" + plot.id() + ".svg", StudyPage.svg(plot));
      files.put("figures/" + plot.id() + ".csv", csv(plot));
    }
    for (ReferenceTable table : study.references()) {
      files.put("tables/" + table.id() + ".csv", StudyTables.csv(table));
    }
    for (Sheet sheet : study.sheets()) {
      files.put("tables/" + sheet.id() + ".csv", StudyTables.csv(sheet));
    }
    files.put("report.md", StudyMarkdown.of(study));
    files.put("report.html", StudyPage.render(study));
    return files;
  }

  /**
   * Returns the figures as PNG by the paths of their files.
   *
   * @throws dev.lethe.api.LetheException if this machine has no font to write with, as some servers
   */
  public static Map<String, byte[]> pictures(Study study) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    study.plots().forEach(plot -> files.put("figures/" + plot.id() + ".png", StudyPage.png(plot)));
    return files;
  }

  /** Returns the tables as LaTeX by the paths of their files. */
  public static Map<String, String> latex(Study study) {
    Map<String, String> files = new LinkedHashMap<>();
    study
        .sheets()
        .forEach(sheet -> files.put("tables/" + sheet.id() + ".tex", LatexTable.of(sheet)));
    return files;
  }

  private static String csv(Plot plot) {
    return plot instanceof LinePlot lines
        ? StudyTables.csv(lines)
        : StudyTables.csv((MarkPlot) plot);
  }
}

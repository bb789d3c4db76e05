package dev.lethe.shell.result;

import dev.lethe.engine.RunResult;
import dev.lethe.report.Report;
import dev.lethe.report.ReportDocument;
import dev.lethe.report.Verdict;
import dev.lethe.shell.console.Console;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The end of a run as a person reads it in a terminal. */
public final class RunSummary {
  private static final List<String> FILES = List.of("report.html", "report.md", "report.json");

  private final RunResult result;

  /** Summarises a run. */
  public RunSummary(RunResult result) {
    this.result = result;
  }

  /** Prints the measures, whether people were forgotten, and where the rest is. */
  public void print(Console console) {
    PrintWriter out = console.out();
    Report report = result.report();
    if (result.reused()) {
      out.println("This run had finished before; nothing was computed again.");
      out.println();
    }
    new MetricTable(report).print(console);
    out.println();
    Verdict verdict = report.verdict();
    out.println(verdict.headline());
    verdict.lines().forEach(out::println);
    verdict.sentences().forEach(out::println);
    result.requirements().lines().forEach(out::println);
    report.notes().forEach(note -> out.println("Note: " + note));
    out.println();
    for (String name : FILES) {
      Path file = result.directory().resolve(name);
      if (Files.exists(file)) {
        out.println(name + "  " + file);
      }
    }
    report
        .checkpoint()
        .ifPresent(model -> out.println("checkpoint  " + result.directory().resolve(model.path())));
  }

  /** Returns what {@code report.json} holds. */
  public Map<String, @Nullable Object> json() {
    return ReportDocument.map(result.report(), result.requirements());
  }
}

package dev.lethe.shell.result;

import dev.lethe.experiment.RunResult;
import dev.lethe.experiment.report.Report;
import dev.lethe.io.IoFailure;
import dev.lethe.shell.console.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a run as a person reads it in a terminal. */
public final class RunSummary {
  private static final List<String> FILES = List.of("report.html", "report.md", "report.json");

  private final RunResult result;

  /** Summarises a run. */
  public RunSummary(RunResult result) {
    this.result = result;
  }

  /** Prints the measures, who was forgotten, and where the rest is. */
  public void print(Console console) {
    PrintWriter out = console.out();
    Report report = result.report();
    if (result.reused()) {
      out.println("This run had finished before; nothing was computed again.");
      out.println();
    }
    new MetricTable(report).print(console.styledOut(), console.hasColours());
    if (!report.forgotten().isEmpty()) {
      out.println();
      out.printf(
          "Forgotten (%d): %s%n", report.forgotten().size(), String.join(", ", report.forgotten()));
      report
          .undefended()
          .forEach(encoder -> out.printf("Not by %s, which still knows them%n", encoder));
    }
    report.notes().forEach(note -> out.println("Note: " + note));
    out.println();
    for (String name : FILES) {
      Path file = result.directory().resolve(name);
      if (Files.exists(file)) {
        out.println(name + "  " + file);
      }
    }
    if (report.model() != null) {
      out.println("checkpoint  " + result.directory().resolve(report.model().path()));
    }
  }

  /** Prints {@code report.json} as it is on disk. */
  public void printJson(Console console) {
    Path file = result.directory().resolve("report.json");
    try {
      console.out().println(Files.readString(file).stripTrailing());
    } catch (IOException e) {
      throw IoFailure.cannotRead(file, e);
    }
  }
}

package dev.lethe.shell.command;

import dev.lethe.experiment.StoredRun;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.JsonOutput;
import dev.lethe.shell.console.Table;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", description = "Lists the runs in a folder.")
final class RunsListCommand implements Runnable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());
  private static final double MEGABYTE = 1e6;

  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = RunOptions.RUNS,
      description = "The folder of all runs (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of(RunOptions.RUNS);

  RunsListCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    List<StoredRun> runs = lethe.experiments().list(out);
    if (output.json()) {
      JsonOutput.print(console, runs.stream().map(RunsListCommand::json).toList());
      return;
    }
    if (runs.isEmpty()) {
      console.out().println("There are no runs in " + out + ".");
      return;
    }
    Table table = new Table();
    table.row("RUN", "STATE", "CHANGED", "SIZE");
    for (StoredRun run : runs) {
      table.row(
          run.id(),
          state(run),
          TIME.format(run.changed()),
          String.format(Locale.ROOT, "%.1f MB", run.bytes() / MEGABYTE));
    }
    table.print(console.styledOut(), console.hasColours());
  }

  private static String state(StoredRun run) {
    String state = run.finished() ? "finished" : "unfinished";
    return run.problem() == null ? state : state + ", " + run.problem();
  }

  private static Map<String, @Nullable Object> json(StoredRun run) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", run.id());
    json.put("directory", run.directory().toString());
    json.put("finished", run.finished());
    json.put("changed", run.changed().toString());
    json.put("bytes", run.bytes());
    json.put("problem", run.problem());
    return json;
  }
}

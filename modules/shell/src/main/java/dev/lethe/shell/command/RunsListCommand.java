package dev.lethe.shell.command;

import dev.lethe.engine.StoredRun;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.JsonOutput;
import dev.lethe.shell.console.Table;
import dev.lethe.shell.result.Sizes;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "Lists the runs in a folder.")
final class RunsListCommand implements Runnable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;
  @Mixin private RunsFolder runs;

  RunsListCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    List<StoredRun> stored = lethe.experiments().list(runs.path());
    if (output.json()) {
      JsonOutput.print(console, stored.stream().map(RunsListCommand::json).toList());
      return;
    }
    if (stored.isEmpty()) {
      console.out().println("There are no runs in " + runs.path() + ".");
      return;
    }
    Table table = new Table();
    table.row("RUN", "STATE", "CHANGED", "SIZE");
    for (StoredRun run : stored) {
      table.row(run.id(), state(run), TIME.format(run.changed()), Sizes.text(run.bytes()));
    }
    table.print(console);
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

package dev.lethe.shell.command;

import dev.lethe.api.Progress;
import dev.lethe.engine.DataState;
import dev.lethe.engine.DataState.State;
import dev.lethe.fetch.catalogue.Catalogue;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.JsonOutput;
import dev.lethe.shell.progress.TrackedProgress;
import dev.lethe.shell.result.DataView;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "check",
    description = {
      "Says what is there of the data that a configuration names, and what is missing or damaged.",
      "All of it is read and every picture decoded. What can be fetched is named with the command."
    },
    footer = {
      "",
      "Ends with 1 where something is missing or would be refused by a run.",
      "",
      "Example:",
      "  lethe data check mine.yaml people.path=pictures"
    })
final class DataCheckCommand implements Callable<Integer> {
  private final Lethe lethe;
  private final Console console;
  @Mixin private RunsFolder runs = new RunsFolder();
  @Mixin private OutputOptions output;

  @Parameters(index = "0", paramLabel = "CONFIG", description = "A YAML file.")
  private Path config;

  @Parameters(
      index = "1..*",
      paramLabel = "key=value",
      description = "Keys to set in the configuration.")
  private List<String> overrides = List.of();

  DataCheckCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public Integer call() {
    Progress progress = output.quiet() ? Progress.silent() : TrackedProgress.on(console);
    List<DataState> states =
        lethe
            .experiments()
            .data(new ConfigFiles(lethe.home()).find(config), overrides, runs.path(), progress);
    DataView view = new DataView(Catalogue.shipped());
    if (output.json()) {
      JsonOutput.print(console, view.json(states));
    } else {
      view.show(states, console);
    }
    return states.stream().allMatch(each -> each.state() == State.THERE) ? 0 : 1;
  }
}

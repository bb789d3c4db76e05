package dev.lethe.shell.command;

import dev.lethe.api.UsageException;
import dev.lethe.engine.StoredRun;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.Failures;
import dev.lethe.shell.console.JsonOutput;
import dev.lethe.shell.console.Person;
import dev.lethe.shell.result.Sizes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "remove",
    description = {
      "Removes a run and everything in its folder, its checkpoint too.",
      "Says first what else depends on it, and asks; where nobody can be asked, --yes says so.",
      "The key of a redacted run stays for copies of it, unless --with-key is given."
    },
    footer = {"", "Example:", "  lethe runs remove demo/3f9a"})
final class RunsRemoveCommand implements Callable<Integer> {
  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;
  @Mixin private RunsFolder runs;

  @Parameters(paramLabel = "RUN", description = RunsFolder.NAMING)
  private String name;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  private boolean yes;

  @Option(
      names = "--with-key",
      description =
          "Remove the key of a redacted run too, which copies of the run are verified with.")
  private boolean withKey;

  RunsRemoveCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public Integer call() {
    StoredRun run = runs.find(lethe.experiments(), name);
    List<String> consequences = lethe.experiments().consequences(run, withKey);
    consequences.forEach(sentence -> console.err().println("lethe: note: " + sentence));
    if (!yes && !person(run).agrees(question(run))) {
      console.err().println("lethe: nothing was removed");
      return Failures.FAILED;
    }
    lethe.experiments().remove(run, withKey);
    if (output.json()) {
      JsonOutput.print(console, json(run, consequences));
    } else if (!output.quiet()) {
      console.out().println("Removed " + run.id() + ".");
    }
    return 0;
  }

  private Person person(StoredRun run) {
    return console
        .person()
        .orElseThrow(
            () ->
                new UsageException(
                    "nobody can be asked here whether to remove %s; give --yes if it is to go"
                        .formatted(run.id())));
  }

  private static String question(StoredRun run) {
    return "Remove run %s (%s, %s)?"
        .formatted(run.id(), run.finished() ? "finished" : "unfinished", Sizes.text(run.bytes()));
  }

  private static Map<String, Object> json(StoredRun run, List<String> consequences) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", run.id());
    json.put("directory", run.directory().toString());
    json.put("bytes", run.bytes());
    json.put("consequences", consequences);
    return json;
  }
}

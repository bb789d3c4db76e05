package dev.lethe.shell.command;

import dev.lethe.experiment.Verification;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.Failures;
import dev.lethe.shell.console.JsonOutput;
import dev.lethe.shell.console.Table;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "verify",
    description =
        "Checks that a run's defended checkpoint is the reported one, and attacks it again.",
    footer = {
      "",
      "Example:",
      "  lethe verify demo/3f9a",
      "Exit code 0 if everything agrees, 1 if not."
    })
final class VerifyCommand implements Callable<Integer> {
  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;
  @Mixin private RunsFolder runs;

  @Parameters(paramLabel = "RUN", description = RunsFolder.NAMING)
  private String name;

  VerifyCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public Integer call() {
    Path directory = runs.find(lethe.experiments(), name).directory();
    Verification verification =
        lethe.experiments().verify(directory, new Runner(lethe, console).progress(output));
    if (output.json()) {
      JsonOutput.print(console, json(verification));
    } else {
      print(verification);
    }
    return verification.agrees() ? 0 : Failures.FAILED;
  }

  private void print(Verification verification) {
    Table table = new Table();
    table.row("checkpoint", verification.actualSha256());
    verification
        .metrics()
        .forEach(
            (name, value) ->
                table.row(
                    name,
                    value == null ? "not defined" : String.format(Locale.ROOT, "%.3f", value)));
    table.print(console.styledOut(), false);
    verification.differences().forEach(line -> console.out().println("Differs: " + line));
    console
        .out()
        .println(verification.agrees() ? "Everything agrees with the report." : "It differs.");
  }

  private static Map<String, @Nullable Object> json(Verification verification) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("agrees", verification.agrees());
    json.put("expected-sha256", verification.expectedSha256());
    json.put("actual-sha256", verification.actualSha256());
    json.put("metrics", verification.metrics());
    json.put("differences", verification.differences());
    return json;
  }
}

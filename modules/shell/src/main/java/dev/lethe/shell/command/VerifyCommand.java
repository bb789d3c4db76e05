package dev.lethe.shell.command;

import dev.lethe.api.Progress;
import dev.lethe.engine.Integrity;
import dev.lethe.engine.Verification;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "verify",
    description = {
      "Compares every file of a run with its manifest, and names what is missing, changed or extra.",
      "The manifest is manifest.json, with the hash of each file. With --attack, attacks the defended",
      "checkpoint again as well."
    },
    footer = {
      "",
      "Examples:",
      "  lethe verify demo/3f9a",
      "  lethe verify demo/3f9a --attack    (needs the model, the photographs, the plugins)",
      "Exit code 0 if everything agrees, 1 if not. The manifest is not signed: whoever changes a file",
      "can change the manifest too."
    })
final class VerifyCommand implements Callable<Integer> {
  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;
  @Mixin private RunsFolder runs;

  @Parameters(paramLabel = "RUN", description = RunsFolder.NAMING)
  private String name;

  @Option(
      names = "--attack",
      description = "Attack the defended checkpoint again and compare with the report.")
  private boolean attack;

  VerifyCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public Integer call() {
    Path directory = runs.find(lethe.experiments(), name).directory();
    Progress progress = new Runner(lethe, console).progress(output);
    Integrity integrity = lethe.experiments().check(directory, progress);
    if (!output.json()) {
      print(integrity); // first: what is missing may be what the attack needs
    }
    Verification verification = attack ? lethe.experiments().verify(directory, progress) : null;
    if (output.json()) {
      JsonOutput.print(console, json(integrity, verification));
    } else if (verification != null) {
      print(verification);
    }
    boolean agrees = integrity.isIntact() && (verification == null || verification.agrees());
    return agrees ? 0 : Failures.FAILED;
  }

  private void print(Integrity integrity) {
    integrity.missing().forEach(file -> console.out().println("Missing: " + file));
    integrity.changed().forEach(file -> console.out().println("Changed: " + file));
    integrity.extra().forEach(file -> console.out().println("Extra: " + file));
    integrity
        .unchecked()
        .forEach(file -> console.out().println("Not checked, as the key is not here: " + file));
    console
        .out()
        .println(
            integrity.isIntact()
                ? "All %d files are as manifest.json lists them.".formatted(integrity.files())
                : "The files are not those that manifest.json lists.");
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
    table.printRows(console);
    verification.differences().forEach(line -> console.out().println("Differs: " + line));
    console
        .out()
        .println(
            verification.agrees()
                ? "The attack agrees with the report."
                : "The attack does not agree with the report.");
  }

  private static Map<String, @Nullable Object> json(
      Integrity integrity, @Nullable Verification verification) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("agrees", integrity.isIntact() && (verification == null || verification.agrees()));
    json.put("files", integrity.files());
    json.put("missing", integrity.missing());
    json.put("changed", integrity.changed());
    json.put("extra", integrity.extra());
    json.put("unchecked", integrity.unchecked());
    if (verification != null) {
      Map<String, @Nullable Object> attacked = new LinkedHashMap<>();
      attacked.put("expected-sha256", verification.expectedSha256());
      attacked.put("actual-sha256", verification.actualSha256());
      attacked.put("metrics", verification.metrics());
      attacked.put("differences", verification.differences());
      json.put("attack", attacked);
    }
    return json;
  }
}

package dev.lethe.shell.command;

import dev.lethe.api.LetheException;
import dev.lethe.api.UsageException;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.Failures;
import dev.lethe.shell.console.JsonOutput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "validate",
    description =
        "Checks configurations against what is installed, and their names against the people there"
            + " are. Reads no weights and no pictures.",
    footer = {"", "Example:", "  lethe validate configs/experiments/*.yaml forget.count=16"})
final class ValidateCommand implements Callable<Integer> {
  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;

  @Parameters(
      arity = "1..*",
      paramLabel = "CONFIG|key=value",
      description = "YAML files, and keys to set in all of them.")
  private List<String> arguments = List.of();

  ValidateCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public Integer call() {
    Predicate<String> isOverride = argument -> argument.contains("=");
    List<String> overrides = arguments.stream().filter(isOverride).toList();
    List<String> files = arguments.stream().filter(isOverride.negate()).toList();
    if (files.isEmpty() || files.contains("")) {
      throw new UsageException("say which configurations to check: at least one YAML file");
    }
    int code = 0;
    List<Map<String, @Nullable Object>> found = new ArrayList<>();
    for (String file : files) {
      int one = validate(file, overrides, found);
      code = code == 0 ? one : code;
    }
    if (output.json()) {
      JsonOutput.print(console, found);
    }
    return code;
  }

  private int validate(
      String file, List<String> overrides, List<Map<String, @Nullable Object>> found) {
    try {
      List<String> open =
          lethe
              .experiments()
              .validate(new ConfigFiles(lethe.home()).find(Path.of(file)), overrides);
      found.add(json(file, open, null));
      if (!output.json()) {
        console
            .out()
            .println(
                file
                    + (open.isEmpty()
                        ? ": complete"
                        : ": valid; still to be given: " + String.join(", ", open)));
      }
      return 0;
    } catch (LetheException e) {
      found.add(json(file, List.of(), e.getMessage()));
      return new Failures(console, output.debug()).report(e);
    }
  }

  private static Map<String, @Nullable Object> json(
      String file, List<String> open, @Nullable String error) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("config", file);
    json.put("valid", error == null);
    json.put("still-to-be-given", open);
    json.put("error", error);
    return json;
  }
}

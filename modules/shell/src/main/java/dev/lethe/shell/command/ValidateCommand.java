package dev.lethe.shell.command;

import dev.lethe.api.LetheException;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.Failures;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "validate",
    description =
        "Checks configurations against what is installed, and their names against the people there are."
            + " Reads no weights and no pictures.",
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
    int code = 0;
    for (String file : arguments.stream().filter(isOverride.negate()).toList()) {
      int found = validate(file, overrides);
      code = code == 0 ? found : code;
    }
    return code;
  }

  private int validate(String file, List<String> overrides) {
    try {
      List<String> open =
          lethe
              .experiments()
              .validate(new ConfigFiles(lethe.home()).find(Path.of(file)), overrides);
      console
          .out()
          .println(
              file
                  + (open.isEmpty()
                      ? ": complete"
                      : ": valid; still to be given: " + String.join(", ", open)));
      return 0;
    } catch (LetheException e) {
      return new Failures(console, output.debug()).report(e);
    }
  }
}

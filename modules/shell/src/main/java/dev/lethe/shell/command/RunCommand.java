package dev.lethe.shell.command;

import dev.lethe.shell.console.Console;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "run",
    description = {
      "Runs one experiment: attacks a model, makes it forget, attacks it again, measures.",
      "The same configuration, model and data find the finished run; a run that was stopped goes on."
    },
    footer = {
      "",
      "Examples:",
      "  lethe run configs/experiments/text.yaml model.path=models/vit-b-32 people.path=faces \\",
      "      people.members=members.txt captions.path=captions.txt forget.count=8",
      "  lethe run my.yaml defense.settings.alpha=0.3 --dry-run",
      "  lethe run my.yaml defense=            (without defense: an audit)"
    })
final class RunCommand implements Runnable {
  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;
  @Mixin private RunOptions options;

  @Parameters(index = "0", paramLabel = "CONFIG", description = "A YAML file.")
  private Path config;

  @Parameters(
      index = "1..*",
      paramLabel = "key=value",
      description = "Sets a key of the configuration; the key is a dotted path, the value is YAML.")
  private List<String> overrides = List.of();

  RunCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    new Runner(lethe, console)
        .run(
            progress -> options.request(new ConfigFiles(lethe.home()).find(config), overrides),
            options,
            output);
  }
}

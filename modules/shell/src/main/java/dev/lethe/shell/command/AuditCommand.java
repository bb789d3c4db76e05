package dev.lethe.shell.command;

import dev.lethe.shell.console.Console;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "audit",
    description = {
      "Attacks a model to find out whom it knows, and changes nothing.",
      "Short for: lethe run configs/experiments/text.yaml recipe=audit key=value..."
    },
    footer = {
      "",
      "Example:",
      "  lethe audit model.path=models/vit-b-32 people.path=faces captions.path=captions.txt"
    })
final class AuditCommand implements Runnable {
  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;
  @Mixin private RunOptions options;

  @Parameters(paramLabel = "key=value", description = "Sets a key of the configuration.")
  private List<String> overrides = List.of();

  AuditCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    List<String> all = new ArrayList<>(overrides);
    all.add("recipe=audit");
    new Runner(lethe, console)
        .run(
            progress -> options.request(new ConfigFiles(lethe.home()).general(), all),
            options,
            output);
  }
}

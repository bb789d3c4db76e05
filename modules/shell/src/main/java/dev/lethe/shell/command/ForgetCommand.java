package dev.lethe.shell.command;

import dev.lethe.api.UsageException;
import dev.lethe.shell.console.Console;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "forget",
    description = {
      "Makes a model forget people: attacks it, trains a copy to forget, attacks the copy.",
      "Short for: lethe run configs/experiments/text.yaml key=value..."
    },
    footer = {
      "",
      "Examples:",
      "  lethe forget model.path=models/vit-b-32 people.path=faces captions.path=captions.txt \\",
      "      'forget.names=[Ada Example, Bo Example]' --redact",
      "  lethe forget ... forget.file=requests.csv     (CSV: name, aliases, target, images)",
      "The defended checkpoint is in the run's folder; nothing in its own folder names anybody."
    })
final class ForgetCommand implements Runnable {
  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;
  @Mixin private RunOptions options;

  @Parameters(paramLabel = "key=value", description = "Sets a key of the configuration.")
  private List<String> overrides = List.of();

  ForgetCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    if (overrides.stream().noneMatch(o -> o.startsWith("forget.") || o.startsWith("forget="))) {
      throw new UsageException(
          "whom should it forget? Give forget.names=[...], forget.file=FILE or forget.count=N");
    }
    new Runner(lethe, console)
        .run(
            progress -> options.request(new ConfigFiles(lethe.home()).general(), overrides),
            options,
            output);
  }
}

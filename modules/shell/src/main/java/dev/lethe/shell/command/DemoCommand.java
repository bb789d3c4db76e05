package dev.lethe.shell.command;

import dev.lethe.api.Progress;
import dev.lethe.demo.Demo;
import dev.lethe.demo.DemoRequest;
import dev.lethe.demo.Towers;
import dev.lethe.engine.ConfigSource;
import dev.lethe.engine.RunRequest;
import dev.lethe.shell.console.Console;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "demo",
    description = {
      "Tells the whole story on a small world of its own.",
      "Paints people, trains a small CLIP on them, attacks it, makes it forget some of them,",
      "attacks it again, and shows what changed.",
      "Needs no data and takes a few minutes; world and model are kept for the next time."
    },
    footer = {
      "",
      "Examples:",
      "  lethe demo",
      "  lethe demo forget.count=1 defense.settings.alpha=0.3",
      "  lethe demo seed=7 --out another-world",
      "  lethe demo --towers both"
    })
final class DemoCommand implements Runnable {
  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;
  @Mixin private RunOptions options;

  @Option(
      names = "--towers",
      paramLabel = "text|image|both",
      converter = TowersName.class,
      defaultValue = "text",
      description = "What is forgotten: names, faces, or both (default: ${DEFAULT-VALUE}).")
  private Towers towers = Towers.TEXT;

  @Parameters(paramLabel = "key=value", description = "Sets a key of configs/demo.yaml.")
  private List<String> overrides = List.of();

  DemoCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    new Runner(lethe, console).run(this::request, options, output);
  }

  private RunRequest request(Progress progress) {
    if (options.dryRun()) {
      progress.message(
          "even a dry run makes the demo's world and model first where they are missing");
    }
    ConfigSource config =
        ConfigSource.file(lethe.home().resolve("configs").resolve(towers.config()));
    Demo demo = new Demo(lethe.extensions());
    DemoRequest wanted = options.demo(config, overrides, towers);
    // world and model take minutes, which a key or a metric that is mistyped shall not cost
    lethe.experiments().validate(demo.planned(wanted).requiring(options.requirements()));
    return demo.prepare(wanted, progress).requiring(options.requirements());
  }
}

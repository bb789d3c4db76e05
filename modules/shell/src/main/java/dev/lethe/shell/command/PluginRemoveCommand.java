package dev.lethe.shell.command;

import dev.lethe.api.plugin.InstalledPlugin;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.JsonOutput;
import dev.lethe.shell.result.PluginView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "remove",
    description = {
      "Removes a plugin's jar from plugins/.",
      "Running experiments keep the plugin to their end."
    },
    footer = {"", "Example:", "  lethe plugin remove mine"})
final class PluginRemoveCommand implements Runnable {
  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;

  @Parameters(
      paramLabel = "PLUGIN",
      description = "Its file, its bundle, or the name of a method that it offers.")
  private String name;

  PluginRemoveCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    InstalledPlugin removed = lethe.plugins().remove(name);
    if (output.json()) {
      JsonOutput.print(console, PluginView.json(removed));
    } else if (!output.quiet()) {
      console.out().println(PluginView.removal(removed));
    }
  }
}

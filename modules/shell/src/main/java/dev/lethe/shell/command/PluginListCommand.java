package dev.lethe.shell.command;

import dev.lethe.api.plugin.InstalledPlugin;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.JsonOutput;
import dev.lethe.shell.result.PluginView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "list",
    description = {
      "Lists the jars in plugins/, what each offers, and why one is refused.",
      "Everything that is installed, Lethe's own methods too, is listed by: lethe plugins"
    })
final class PluginListCommand implements Runnable {
  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;

  PluginListCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    List<InstalledPlugin> plugins = lethe.plugins().list();
    if (output.json()) {
      JsonOutput.print(console, plugins.stream().map(PluginView::json).toList());
    } else {
      PluginView.show(plugins, console);
    }
  }
}

package dev.lethe.shell.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "plugin",
    description = "Installs, removes or lists the jars in plugins/.",
    footer = {
      "",
      "A plugin runs arbitrary code: install only what you built or trust.",
      "Write one of your own with: lethe new plugin",
      "",
      "Examples:",
      "  lethe plugin install target/mine-1.0.0.jar",
      "  lethe plugin list",
      "  lethe plugin remove mine"
    })
final class PluginCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private HelpOptions common;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: install, list or remove");
  }
}

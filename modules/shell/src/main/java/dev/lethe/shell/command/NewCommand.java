package dev.lethe.shell.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "new",
    description = "Writes the first files of a plugin.",
    footer = {"", "Example:", "  lethe new plugin my-penalty --kind regularizer"})
final class NewCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private HelpOptions common;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to begin: plugin");
  }
}

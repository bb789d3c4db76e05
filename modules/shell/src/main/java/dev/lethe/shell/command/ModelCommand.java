package dev.lethe.shell.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "model",
    description = "Fetches checkpoints, looks at them, converts and merges them.",
    footer = {"", "Example:", "  lethe model inspect models/open-clip-vit-b-32-laion2b"})
final class ModelCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private HelpOptions common;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: inspect, convert, merge or fetch");
  }
}

package dev.lethe.shell.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "data",
    description =
        "Fetches pictures, captions and names, and checks those that a configuration names.",
    footer = {
      "",
      "Examples:",
      "  lethe data fetch imagenetv2-matched-frequency",
      "  lethe data check mine.yaml"
    })
final class DataCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private HelpOptions common;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: check or fetch");
  }
}

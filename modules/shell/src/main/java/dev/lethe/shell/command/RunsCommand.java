package dev.lethe.shell.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "runs",
    description = "Lists or removes runs on disk.",
    footer = {
      "",
      "Examples:",
      "  lethe runs list --out results",
      "  lethe runs remove demo/3f9a        (four characters are enough where they are clear)"
    })
final class RunsCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private HelpOptions common;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: list or remove");
  }
}

package dev.lethe.shell.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "suite",
    description = {
      "Runs one experiment many times, each time with other settings, and sums up what came out.",
      "A suite that was stopped or killed goes on where it was."
    },
    footer = {
      "",
      "Examples:",
      "  lethe suite run configs/suites/demo-small.yaml --jobs 2",
      "  lethe suite status configs/suites/demo-small.yaml",
      "  lethe suite report configs/suites/demo-small.yaml"
    })
final class SuiteCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private HelpOptions common;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: run, status, report or cancel");
  }
}

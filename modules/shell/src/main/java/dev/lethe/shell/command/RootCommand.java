package dev.lethe.shell.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "lethe",
    mixinStandardHelpOptions = true,
    description =
        "Makes vision-language models forget people, and measures whether they really did.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Begin with:",
      "  lethe demo                      the whole story on a small world, in a few minutes",
      "  lethe run CONFIG key=value...   an experiment of your own",
      "  lethe help COMMAND              what a command takes, with examples",
      "",
      "Exit codes: 0 done; 1 the run failed, or its result could not be written;",
      "2 bad usage or configuration; 3 a named plugin or file is missing;",
      "4 what --require or require: demands does not hold;",
      "130 or 143 stopped by a signal; 141 nobody read the result."
    })
final class RootCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}

package dev.lethe.shell.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How much a command says, and in what form. */
final class OutputOptions {
  @Option(names = "--json", description = "Print the result as JSON, an object a line.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress.")
  private boolean quiet;

  @Mixin private HelpOptions common = new HelpOptions();

  boolean json() {
    return json;
  }

  boolean quiet() {
    return quiet;
  }

  boolean debug() {
    return common.debug();
  }
}

package dev.lethe.shell.command;

import picocli.CommandLine.Option;

/** What every command takes, whether or not it has a result of its own. */
final class HelpOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Option(names = "--debug", description = "Show the stack trace of an unexpected failure.")
  private boolean debug;

  boolean debug() {
    return debug;
  }
}

package dev.lethe.shell.command;

import dev.lethe.shell.interactive.ShellLoop;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "shell",
    description = {
      "Opens an interactive shell with these commands, completion (Tab) and history.",
      "Plugins that are dropped in, replaced or removed meanwhile take effect for the next run."
    },
    footer = {
      "",
      "In the shell a command can run beside others ('run a.yaml &'), its output can go through",
      "'| grep', and 'each [0 1 2] { run a.yaml seed=$it }' repeats one.",
      "A script, or what is piped in, ends at its first failing command, with that command's exit",
      "code; 'try { run a.yaml } { echo failed }' goes on."
    })
final class ShellCommand implements Callable<Integer> {
  private final Commands commands;
  @Mixin private HelpOptions common;

  @Option(
      names = "--script",
      paramLabel = "FILE",
      description =
          "Execute the commands of a file or a pipe instead of asking for them; - is what is piped in.")
  private @Nullable Path script;

  ShellCommand(Commands commands) {
    this.commands = commands;
  }

  @Override
  public Integer call() {
    ShellLoop loop = new ShellLoop(commands);
    return script == null ? loop.interactive() : loop.script(script);
  }
}

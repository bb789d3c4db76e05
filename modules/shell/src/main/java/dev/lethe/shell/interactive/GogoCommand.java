package dev.lethe.shell.interactive;

import dev.lethe.shell.console.Console;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Job;
import org.apache.felix.service.command.Process;
import org.jspecify.annotations.Nullable;

/** One command of the command line as a function of Gogo. */
final class GogoCommand implements Function {
  private final PromptCommands commands;
  private final String name;
  private final AtomicInteger active;
  private final ShellStreams streams;

  GogoCommand(PromptCommands commands, String name, AtomicInteger active, ShellStreams streams) {
    this.commands = commands;
    this.name = name;
    this.active = active;
    this.streams = streams;
  }

  @Override
  public @Nullable Object execute(CommandSession session, List<Object> arguments) {
    String[] args =
        Stream.concat(Stream.of(name), arguments.stream().map(String::valueOf))
            .toArray(String[]::new);
    active.incrementAndGet();
    try {
      int code = commands.execute(console(Process.Utils.current()), args);
      session.put("status", code);
      if (code != 0) {
        throw new CommandFailed(name, code);
      }
      return null;
    } finally {
      // The command has stopped, if it was asked to; Gogo writes from this thread, through
      // channels.
      Thread.interrupted();
      active.decrementAndGet();
    }
  }

  /** Several jobs in the background would draw their bars over each other, and ask at once. */
  private Console console(Process process) {
    boolean background = process.job().status() == Job.Status.Background;
    Console console =
        Console.of(
                ShieldedStream.of(process.out()),
                ShieldedStream.of(process.err()),
                process.isTty(1) && Console.isTerminal(1),
                process.isTty(2) && Console.isTerminal(2) && !background)
            .as(streams.columns());
    return streams.person() == null || background ? console : console.with(streams.person());
  }
}

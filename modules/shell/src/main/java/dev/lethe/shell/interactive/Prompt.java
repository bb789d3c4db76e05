package dev.lethe.shell.interactive;

import dev.lethe.shell.console.ProcessEnd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** A person at a terminal, with completion and a history that is there the next time. */
final class Prompt {
  private static final String TEXT = "lethe> ";

  private final PromptCommands commands;
  private final Gogo gogo;

  Prompt(PromptCommands commands, Gogo gogo) {
    this.commands = commands;
    this.gogo = gogo;
  }

  /** Passes on lines until the input ends or the function returns null. */
  void loop(Function<String, @Nullable Integer> execute) throws IOException {
    try (Terminal terminal =
        TerminalBuilder.builder()
            .system(true)
            .nativeSignals(true)
            .encoding(StandardCharsets.UTF_8)
            .build()) {
      LineReader reader = reader(terminal);
      terminal.writer().println("Type 'help' for the commands, 'exit' to leave; Tab completes.");
      terminal.handle(Terminal.Signal.INT, signal -> gogo.interruptForeground());
      while (true) {
        try {
          if (execute.apply(reader.readLine(TEXT)) == null) {
            return;
          }
        } catch (UserInterruptException e) {
          // Ctrl-C gives up the line; a signal that ends the process interrupts in the same way.
          if (ProcessEnd.hasBegun()) {
            return;
          }
        } catch (EndOfFileException e) {
          return;
        }
      }
    }
  }

  private LineReader reader(Terminal terminal) throws IOException {
    Path history = Path.of(System.getProperty("user.home"), ".lethe", "history");
    return History.keep(
            history,
            LineReaderBuilder.builder()
                .appName("lethe")
                .terminal(terminal)
                .completer(new CommandCompleter(commands))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true))
        .build();
  }
}

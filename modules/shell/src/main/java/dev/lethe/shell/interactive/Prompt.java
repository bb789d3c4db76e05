package dev.lethe.shell.interactive;

import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.ProcessEnd;
import java.io.IOException;
import java.io.PrintStream;
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
final class Prompt implements AutoCloseable {
  private static final String TEXT = "lethe> ";

  private final Terminal terminal;
  private final LineReader reader;
  private final PrintStream log = System.err;

  private Prompt(Terminal terminal, LineReader reader) {
    this.terminal = terminal;
    this.reader = reader;
  }

  /** Takes the terminal; what is logged from now on appears above the prompt. */
  static Prompt open(PromptCommands commands) throws IOException {
    Terminal terminal =
        TerminalBuilder.builder()
            .system(true)
            .nativeSignals(true)
            .encoding(StandardCharsets.UTF_8)
            .build();
    Prompt prompt = new Prompt(terminal, reader(terminal, commands));
    if (Console.isTerminal(2)) {
      System.setErr(AbovePrompt.of(prompt.reader, prompt.log));
    }
    return prompt;
  }

  /** Returns where commands that are typed here write. */
  ShellStreams streams() {
    PrintStream out = Console.isTerminal(1) ? AbovePrompt.of(reader, System.out) : System.out;
    return new ShellStreams(out, System.err, terminal::getWidth, this::answer);
  }

  /**
   * Passes on lines until the input ends or the function returns null.
   *
   * @param interrupt stops what a line has started
   */
  void loop(Runnable interrupt, Function<String, @Nullable Integer> execute) {
    terminal.writer().println("Type 'help' for the commands, 'exit' to leave; Tab completes.");
    terminal.handle(Terminal.Signal.INT, signal -> interrupt.run());
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

  /** Gives the terminal back. */
  @Override
  public void close() throws IOException {
    System.setErr(log);
    terminal.close();
  }

  /** Asks beside the history and the completion of commands. */
  private @Nullable String answer(String question) {
    try {
      return LineReaderBuilder.builder()
          .terminal(terminal)
          .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
          .build()
          .readLine(question);
    } catch (UserInterruptException | EndOfFileException e) {
      return null;
    }
  }

  private static LineReader reader(Terminal terminal, PromptCommands commands) throws IOException {
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

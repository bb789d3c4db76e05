package dev.lethe.shell.interactive;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.Failures;
import dev.lethe.shell.console.InputLines;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads lines and executes them, from a script, a pipe or a person. */
public final class ShellLoop {
  private static final int DONE = 0;

  private final PromptCommands commands;
  private final Failures failures = new Failures(Console.ofProcess(), false);

  /** Creates a loop. */
  public ShellLoop(PromptCommands commands) {
    this.commands = commands;
  }

  /**
   * Executes a script; it ends at its first failing command.
   *
   * @param file a file or a pipe; {@code -} is what is piped in
   * @return the exit code of that command, or 0
   */
  public int script(Path file) {
    String script;
    try {
      script = new Script(file).text();
    } catch (InterruptedException e) {
      return failures.report(e);
    }
    try (Gogo gogo = new Gogo(commands, ShellStreams.ofProcess())) {
      return finish(gogo, execute(gogo, script));
    }
  }

  /**
   * Executes what is typed until {@code exit} or the end of the input; what is piped in also ends
   * at its first failing command.
   *
   * @return the exit code of that command, or 0
   */
  public int interactive() {
    try {
      return Console.isTerminal(0) ? prompt() : pipe();
    } catch (IOException e) {
      throw new LetheException("cannot read commands: " + e.getMessage(), e);
    }
  }

  private int prompt() throws IOException {
    try (Prompt prompt = Prompt.open(commands);
        Gogo gogo = new Gogo(commands, prompt.streams())) {
      prompt.loop(gogo::interruptForeground, line -> execute(gogo, line));
      return finish(gogo, DONE);
    }
  }

  private int pipe() throws IOException {
    try (Gogo gogo = new Gogo(commands, ShellStreams.ofProcess())) {
      return finish(gogo, pipe(gogo));
    }
  }

  /** Executes lines until one fails, as a script does: nobody is there to look at it. */
  private @Nullable Integer pipe(Gogo gogo) throws IOException {
    InputLines lines = new InputLines(System.in);
    try {
      for (String line = lines.next(); line != null; line = lines.next()) {
        Integer code = execute(gogo, line);
        if (code == null || code != DONE) {
          return code;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // which stops what still runs, too
    }
    return DONE;
  }

  /** Returns the exit code, or null where the shell is to end. */
  private @Nullable Integer execute(Gogo gogo, String text) {
    try {
      gogo.execute(text);
      return DONE;
    } catch (ExitRequest e) {
      return null;
    } catch (CommandFailed e) {
      return e.exitCode();
    } catch (InterruptedException e) {
      gogo.stop(); // the command that was stopped has said so
      return new CancelledException().exitCode();
    } catch (Exception e) {
      return failures.report(new LetheException(String.valueOf(e.getMessage()), e));
    }
  }

  private int finish(Gogo gogo, @Nullable Integer code) {
    try {
      gogo.awaitIdle();
      return code == null ? DONE : code;
    } catch (InterruptedException e) {
      gogo.stop();
      return failures.report(new CancelledException());
    }
  }
}

package dev.lethe.shell.interactive;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.io.RegularFile;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.Failures;
import dev.lethe.shell.console.InputLines;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads lines and executes them, from a script, a pipe or a person. */
public final class ShellLoop {
  private static final int DONE = 0;

  /** Room for ten thousand commands. */
  private static final int LARGEST = 1 << 20;

  private final PromptCommands commands;
  private final Failures failures = new Failures(Console.ofProcess(), false);

  /** Creates a loop. */
  public ShellLoop(PromptCommands commands) {
    this.commands = commands;
  }

  /**
   * Executes a script; it ends at its first failing command.
   *
   * @return the exit code of that command, or 0
   */
  public int script(Path file) {
    String script = RegularFile.of("script", file).text(LARGEST);
    try (Gogo gogo = new Gogo(commands)) {
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
    try (Gogo gogo = new Gogo(commands)) {
      if (Console.isTerminal(0)) {
        new Prompt(commands, gogo).loop(line -> execute(gogo, line));
      } else {
        return finish(gogo, pipe(gogo));
      }
      return finish(gogo, DONE);
    } catch (IOException e) {
      throw new LetheException("cannot read commands: " + e.getMessage(), e);
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
      gogo.stop();
      return failures.report(new CancelledException());
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

package dev.lethe.launcher;

import java.io.IOException;
import java.nio.file.Path;

/** The entry of the distribution: starts the framework, runs one command, returns its exit code. */
public final class Launcher {
  private static final int FAILED = 1;

  private Launcher() {}

  /** Runs the command that the arguments name and exits with its code. */
  public static void main(String[] args) {
    Path home = Path.of(System.getProperty("lethe.home", ".")).toAbsolutePath().normalize();
    Shutdown shutdown = new Shutdown(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(shutdown);
    int code = FAILED;
    try {
      Platform platform = Platform.start(home);
      shutdown.closes(platform);
      code = platform.call(args);
    } catch (IOException e) {
      System.err.println("lethe: " + e.getMessage());
    } catch (RuntimeException | Error e) {
      // Commands report their own failures: this is a mistake in the start itself.
      e.printStackTrace();
    } finally {
      shutdown.commandEnded();
    }
    System.exit(code);
  }
}

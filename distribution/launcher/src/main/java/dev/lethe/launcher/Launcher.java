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
    System.exit(Version.isAsked(args) ? version(home) : command(home, args));
  }

  private static int version(Path home) {
    try {
      System.out.println(Version.of(home));
      return 0;
    } catch (IOException e) {
      System.err.println("lethe: this distribution is incomplete: " + e.getMessage());
      return FAILED;
    }
  }

  private static int command(Path home, String... args) {
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
    return code;
  }
}

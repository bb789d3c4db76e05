package dev.lethe.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** The entry of the distribution: starts the framework, runs one command, returns its exit code. */
public final class Launcher {
  private static final int FAILED = 1;

  /** Names folders in which the user trusts whoever can write there. */
  private static final String BELIEVED = "LETHE_TRUSTED_FOLDERS";

  private Launcher() {}

  /** Runs the command that the arguments name and exits with its code. */
  public static void main(String[] args) {
    // Numbers and names that a machine reads are written in the same way everywhere.
    Locale.setDefault(Locale.ROOT);
    StandardOutput out = StandardOutput.ofProcess();
    if (System.getenv(InputEnd.WANTED) != null) {
      InputEnd.watch(System.in);
    }
    Path home = Path.of(System.getProperty("lethe.home", ".")).toAbsolutePath().normalize();
    int code = Version.isAsked(args) ? version(home) : command(home, args);
    System.exit(out.end(code, System.err));
  }

  private static int version(Path home) {
    try {
      System.out.println(Version.of(home));
      return 0;
    } catch (IOException e) {
      System.err.println("lethe: this distribution is incomplete: " + StartFailure.reason(e));
      return FAILED;
    }
  }

  private static int command(Path home, String... args) {
    Shutdown shutdown = new Shutdown();
    try {
      Runtime.getRuntime().addShutdownHook(shutdown);
      Platform platform = start(home, shutdown);
      return shutdown.allows(Thread.currentThread()) ? platform.call(args) : FAILED;
    } catch (IOException | RuntimeException | Error e) {
      // Commands report their own failures, so this one is of the start itself.
      System.err.println("lethe: cannot start: " + StartFailure.reason(e));
    } finally {
      shutdown.commandEnded();
    }
    return FAILED;
  }

  private static Platform start(Path home, Shutdown shutdown) throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Storage storage = Storage.create(temporary);
    shutdown.closes(storage);
    TrustedFiles trusted =
        new TrustedFiles(storage.owner(), believed(), UserNamespace.ofProcess()::isUnmapped);
    requireTrusted(storage.folder(), trusted);
    List<String> homes =
        Stream.of(System.getProperty("user.home"), System.getenv("HOME"))
            .filter(Objects::nonNull)
            .toList();
    Path own =
        new UserFolder(trusted, temporary, note -> System.err.println("lethe: note: " + note))
            .choose(storage.owner().getName(), homes);
    new NativeCode(trusted, System.getenv(), System.getProperties()).settle(own);
    Platform platform = Platform.start(home, storage.folder());
    shutdown.closes(platform);
    return platform;
  }

  private static List<Path> believed() {
    String folders = System.getenv().getOrDefault(BELIEVED, "");
    return Stream.of(folders.split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .toList();
  }

  private static void requireTrusted(Path storage, TrustedFiles trusted) throws IOException {
    try {
      trusted.require(storage);
    } catch (IOException e) {
      throw new IOException(
          "%s, and Lethe keeps the code that it runs below it: make it sticky (chmod +t), name another temporary folder (LETHE_JAVA_OPTS=-Djava.io.tmpdir=FOLDER), or trust whoever can write there (%s=%s)"
              .formatted(StartFailure.reason(e), BELIEVED, storage.getParent()),
          e);
    }
  }
}

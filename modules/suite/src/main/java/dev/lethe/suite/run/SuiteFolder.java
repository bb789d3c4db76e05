package dev.lethe.suite.run;

import dev.lethe.api.LetheException;
import dev.lethe.io.Folders;
import dev.lethe.io.ProcessLock;
import dev.lethe.io.WholeFile;
import dev.lethe.io.json.Json;
import dev.lethe.suite.Suite;
import dev.lethe.suite.Trial;
import dev.lethe.suite.TrialState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a suite between one process and the next.
 *
 * @param path the folder; it need not exist
 */
public record SuiteFolder(Path path) {
  private static final String LOCK = ".lock";

  /** Returns the folder of a suite among the runs. */
  public static SuiteFolder of(Path out, Suite suite) {
    return new SuiteFolder(out.resolve("suites").resolve(suite.name()));
  }

  /** Returns what every trial set when the suite was run the last time. */
  public List<String> set() {
    if (!Files.exists(given())) {
      return List.of();
    }
    return Json.value(Json.read(given()), Given.class, given()).set();
  }

  void keep(List<String> given) {
    WholeFile.write(given(), Json.pretty(new Given(given)));
  }

  /** Returns what became of a trial; empty where nobody has started it, or its file is damaged. */
  Optional<TrialState> state(Trial trial) {
    Path file = file(trial);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.value(Json.read(file), TrialState.class, file));
    } catch (LetheException e) {
      return Optional.empty(); // it is run again, which finds what is there
    }
  }

  void keep(Trial trial, TrialState state) {
    WholeFile.write(file(trial), Json.pretty(state));
  }

  /** Returns the folder of a trial. */
  Path folder(Trial trial) {
    return path.resolve("trials").resolve(trial.id());
  }

  /** Returns the file in which a trial tells of itself. */
  Path status(Trial trial) {
    return folder(trial).resolve("status.json");
  }

  /** Returns what a trial wrote. */
  Path log(Trial trial) {
    return folder(trial).resolve("output.log");
  }

  /**
   * Takes the suite for this process.
   *
   * @throws LetheException if another runs it
   */
  ProcessLock take() {
    ProcessLock lock =
        ProcessLock.tryTake(lock())
            .orElseThrow(
                () ->
                    new LetheException(
                        "another process runs the suite in %s: 'lethe suite status' looks at it, 'lethe suite cancel' stops it"
                            .formatted(path)));
    Folders.sweep(path);
    Folders.remove(cancellation());
    return lock;
  }

  /**
   * Asks the process that runs the suite to stop.
   *
   * @return whether there is one
   */
  public boolean cancel() {
    boolean runs = isTaken();
    if (runs) {
      WholeFile.write(cancellation(), "");
    }
    return runs;
  }

  /** Returns whether a process runs the suite. */
  boolean isTaken() {
    if (!Files.exists(lock())) {
      return false;
    }
    Optional<ProcessLock> free = ProcessLock.tryTake(lock());
    free.ifPresent(ProcessLock::close);
    return free.isEmpty();
  }

  boolean isCancelled() {
    return Files.exists(cancellation());
  }

  private Path given() {
    return path.resolve("set.json");
  }

  private Path lock() {
    return path.resolve(LOCK);
  }

  private Path cancellation() {
    return path.resolve("cancel");
  }

  private Path file(Trial trial) {
    return folder(trial).resolve("state.json");
  }

  /**
   * What somebody gave on the command line.
   *
   * @param set {@code key=value}
   */
  record Given(List<String> set) {
    Given {
      set = List.copyOf(set);
    }
  }
}

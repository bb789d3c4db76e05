package dev.lethe.engine.store;

import dev.lethe.api.LetheException;
import dev.lethe.api.UsageException;
import dev.lethe.engine.StoredRun;
import dev.lethe.io.Folders;
import dev.lethe.io.IoFailure;
import dev.lethe.io.ProcessLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The runs in a folder. */
public final class RunStore {
  private final Path out;

  /** Creates a store. */
  public RunStore(Path out) {
    this.out = out;
  }

  /** Lists the runs, sorted by id; without those that somebody removes meanwhile. */
  public List<StoredRun> list() {
    return layouts().stream().flatMap(run -> present(run).stream()).toList();
  }

  /** Lists the ids of the runs, sorted. */
  public List<String> ids() {
    return layouts().stream().map(RunLayout::id).toList();
  }

  /** Lists where the runs are, sorted by id. */
  List<RunLayout> layouts() {
    List<RunLayout> runs = new ArrayList<>();
    for (Path experiment : Folders.list(out)) {
      String name = experiment.getFileName().toString();
      for (Path run : name.startsWith(".") ? List.<Path>of() : Folders.list(experiment)) {
        RunLayout layout = new RunLayout(out, name, run.getFileName().toString());
        if (layout.isRun()) {
          runs.add(layout);
        }
      }
    }
    return runs;
  }

  /**
   * Removes a run and everything in its folder.
   *
   * @throws UsageException if the folder is not one in which a run is kept
   * @throws LetheException if somebody works on the run, or the disk refuses
   */
  public static void remove(StoredRun run) {
    RunLayout layout =
        RunLayout.of(run.directory())
            .orElseThrow(
                () ->
                    new UsageException(
                        "%s is not where a run is kept, OUT/NAME/HASH, so it is left: remove it by hand"
                            .formatted(run.directory())));
    ProcessLock lock = RunLock.take(layout.lock(), run.directory());
    try {
      Folders.remove(run.directory().resolve(RunLayout.REPORT)); // what is left has not finished
      Folders.remove(run.directory());
    } finally {
      lock.close();
    }
  }

  /** Looks at a run; empty where somebody removes it meanwhile. */
  private static Optional<StoredRun> present(RunLayout layout) {
    boolean finished = layout.isFinished();
    StoredRun run = describe(layout.id(), layout.directory());
    boolean removed = finished && !layout.isFinished() || !layout.isRun();
    return removed ? Optional.empty() : Optional.of(run);
  }

  static StoredRun describe(String id, Path directory) {
    long bytes = 0;
    Instant changed = Instant.EPOCH;
    for (Path file : files(directory)) {
      try {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        bytes += found.size();
        Instant written = found.lastModifiedTime().toInstant();
        changed = written.isAfter(changed) ? written : changed;
      } catch (NoSuchFileException e) {
        continue; // a process works on the run
      } catch (IOException e) {
        throw IoFailure.cannot("read", directory, e);
      }
    }
    boolean finished = Files.exists(directory.resolve(RunLayout.REPORT));
    return new StoredRun(id, directory, finished, changed, bytes, null);
  }

  private static List<Path> files(Path folder) {
    try {
      return Folders.files(folder);
    } catch (LetheException e) {
      if (Files.notExists(folder)) {
        return List.of();
      }
      throw e;
    }
  }
}

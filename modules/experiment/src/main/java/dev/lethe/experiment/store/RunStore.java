package dev.lethe.experiment.store;

import dev.lethe.api.LetheException;
import dev.lethe.api.UsageException;
import dev.lethe.experiment.StoredRun;
import dev.lethe.io.Folders;
import dev.lethe.io.IoFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The runs in a folder. */
public final class RunStore {
  private final Path out;

  /** Creates a store. */
  public RunStore(Path out) {
    this.out = out;
  }

  /** Lists the runs, sorted by id. */
  public List<StoredRun> list() {
    return layouts().stream().map(run -> describe(run.id(), run.directory())).toList();
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
    RunLock lock = RunLock.take(layout.lock(), run.directory());
    try {
      Folders.remove(run.directory());
    } finally {
      lock.close();
    }
  }

  static StoredRun describe(String id, Path directory) {
    long bytes = 0;
    Instant changed = Instant.EPOCH;
    for (Path file : Folders.files(directory)) {
      try {
        bytes += Files.size(file);
        Instant written = Files.getLastModifiedTime(file).toInstant();
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
}

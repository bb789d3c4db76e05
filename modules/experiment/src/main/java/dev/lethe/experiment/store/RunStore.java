package dev.lethe.experiment.store;

import dev.lethe.api.NotFoundException;
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
    List<StoredRun> runs = new ArrayList<>();
    for (Path experiment : Folders.list(out)) {
      String name = experiment.getFileName().toString();
      if (name.startsWith(".")) {
        continue;
      }
      for (Path run : Folders.list(experiment)) {
        RunLayout layout = new RunLayout(out, name, run.getFileName().toString());
        if (layout.isFinished()
            || Files.isDirectory(layout.work())
            || Files.isDirectory(layout.model())) {
          runs.add(describe(layout));
        }
      }
    }
    return runs;
  }

  /**
   * Removes a run.
   *
   * @param id {@code name/hash}, or its beginning where that is clear
   * @throws NotFoundException if no run, or more than one, begins like this
   */
  public StoredRun remove(String id) {
    List<StoredRun> matching = list().stream().filter(run -> run.id().startsWith(id)).toList();
    if (matching.size() != 1) {
      throw new NotFoundException(
          "%s run in %s is called '%s'; 'lethe runs list' shows them all"
              .formatted(matching.isEmpty() ? "no" : "more than one", out, id));
    }
    StoredRun run = matching.get(0);
    String[] parts = run.id().split("/");
    RunLayout layout = new RunLayout(out, parts[0], parts[1]);
    RunLock lock = RunLock.take(layout.lock(), run.directory());
    try {
      Folders.remove(run.directory());
    } finally {
      lock.close();
    }
    return run;
  }

  private static StoredRun describe(RunLayout layout) {
    long bytes = 0;
    Instant changed = Instant.EPOCH;
    for (Path file : Folders.files(layout.directory())) {
      try {
        bytes += Files.size(file);
        Instant written = Files.getLastModifiedTime(file).toInstant();
        changed = written.isAfter(changed) ? written : changed;
      } catch (NoSuchFileException e) {
        continue; // a process works on the run
      } catch (IOException e) {
        throw IoFailure.cannot("read", layout.directory(), e);
      }
    }
    return new StoredRun(
        layout.name() + "/" + layout.hash(),
        layout.directory(),
        layout.isFinished(),
        changed,
        bytes,
        null);
  }
}

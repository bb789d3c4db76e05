package dev.lethe.engine.store;

import dev.lethe.api.CancelledException;
import dev.lethe.api.Progress;
import dev.lethe.io.Folders;
import dev.lethe.io.ProcessLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Results of stages, each a file: a stage whose file is there need not be done again.
 *
 * @param folder of the files
 * @param progress is told which files are damaged
 */
public record StageStore(Path folder, Progress progress) {

  /** Returns the result of a stage, from its file or by doing the work. */
  public <T> T get(String stage, Class<T> type, Supplier<T> work) {
    ChecksummedJson file = new ChecksummedJson(folder.resolve(stage + ".json"));
    Optional<T> kept = file.read(type, progress);
    if (kept.isPresent()) {
      return kept.get();
    }
    T result = work.get();
    file.write(result);
    return result;
  }

  /**
   * Returns the result of a stage that others may want at the same time. One does the work and the
   * others wait for it; where it is killed or fails, the next one does it.
   *
   * @throws CancelledException if the thread is interrupted while it waits
   */
  public <T> T getOnce(String stage, Class<T> type, Supplier<T> work) {
    Path file = folder.resolve(stage + ".json");
    Optional<T> kept = new ChecksummedJson(file).read(type, progress);
    if (kept.isPresent()) {
      return kept.get();
    }
    ProcessLock lock =
        ProcessLock.take(
            folder.resolve(stage + ".lock"),
            "another run is making %s; waiting for it".formatted(file),
            progress);
    try {
      return get(stage, type, work);
    } finally {
      lock.remove();
    }
  }

  /** Returns whether a stage has been done; its file may be damaged. */
  public boolean has(String stage) {
    return Files.exists(folder.resolve(stage + ".json"));
  }

  /** Makes a stage be done again. */
  public void forget(String stage) {
    Folders.remove(folder.resolve(stage + ".json"));
  }
}

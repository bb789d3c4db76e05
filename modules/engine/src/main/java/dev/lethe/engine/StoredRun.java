package dev.lethe.engine;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run on disk.
 *
 * @param id {@code name/hash}
 * @param directory its folder
 * @param finished whether its report is there
 * @param changed when it was last written
 * @param bytes the size of its files
 * @param problem what is wrong with it, in a few words, or null if nothing is known to be
 */
public record StoredRun(
    String id,
    Path directory,
    boolean finished,
    Instant changed,
    long bytes,
    @Nullable String problem) {

  StoredRun with(@Nullable String found) {
    return new StoredRun(id, directory, finished, changed, bytes, found);
  }
}

package dev.lethe.experiment;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A run on disk.
 *
 * @param id {@code name/hash}
 * @param directory its folder
 * @param finished whether its report is there
 * @param changed when it was last written
 * @param bytes the size of its files
 */
public record StoredRun(String id, Path directory, boolean finished, Instant changed, long bytes) {}

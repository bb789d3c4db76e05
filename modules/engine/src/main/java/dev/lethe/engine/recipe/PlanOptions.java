package dev.lethe.engine.recipe;

import dev.lethe.engine.store.FileHashes;

/**
 * How a run is asked for.
 *
 * @param hashes of files, remembered in the folder of all runs
 * @param redact whether names are replaced in everything that is written
 */
public record PlanOptions(FileHashes hashes, boolean redact) {}

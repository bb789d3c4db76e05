package dev.lethe.engine;

import java.util.List;

/**
 * What comparing the files of a run with its manifest gave.
 *
 * @param files how many the manifest lists
 * @param missing listed and not there, by their path in the run's folder
 * @param changed not as they were written
 * @param extra there and not listed
 * @param unchecked there, with hashes that are not here: those of a redacted run's checkpoint are
 *     in its key
 */
public record Integrity(
    int files,
    List<String> missing,
    List<String> changed,
    List<String> extra,
    List<String> unchecked) {

  /** Copies the lists. */
  public Integrity {
    missing = List.copyOf(missing);
    changed = List.copyOf(changed);
    extra = List.copyOf(extra);
    unchecked = List.copyOf(unchecked);
  }

  /** Returns whether every file that could be checked is there as it was written, and no other. */
  public boolean isIntact() {
    return missing.isEmpty() && changed.isEmpty() && extra.isEmpty();
  }
}

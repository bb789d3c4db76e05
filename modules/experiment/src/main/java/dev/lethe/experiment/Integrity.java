package dev.lethe.experiment;

import java.util.List;

/**
 * What comparing the files of a run with its manifest gave.
 *
 * @param files how many the manifest lists
 * @param missing listed and not there, by their path in the run's folder
 * @param changed not as they were written
 * @param extra there and not listed
 */
public record Integrity(int files, List<String> missing, List<String> changed, List<String> extra) {

  /** Copies the lists. */
  public Integrity {
    missing = List.copyOf(missing);
    changed = List.copyOf(changed);
    extra = List.copyOf(extra);
  }

  /** Returns whether every file is there as it was written, and no other. */
  public boolean isIntact() {
    return missing.isEmpty() && changed.isEmpty() && extra.isEmpty();
  }
}

package dev.lethe.plugin.slurm;

import java.util.List;

/** Settings for tests. */
final class Settings {
  private Settings() {}

  /** Returns those of a suite that says nothing but the type, and looks at the queue often. */
  static SlurmSettings defaults() {
    return with(false, null);
  }

  static SlurmSettings with(boolean shareFirst, Integer arrayLimit) {
    return new SlurmSettings(
        null, null, null, null, null, null, null, arrayLimit, shareFirst, List.of(), List.of(), 1);
  }
}

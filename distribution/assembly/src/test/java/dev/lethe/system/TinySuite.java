package dev.lethe.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A suite of two trials that a gate can hold, over a {@link TinyExperiment}. */
final class TinySuite {
  private TinySuite() {}

  /**
   * Writes it.
   *
   * @param file in the folder of the experiment
   * @param launcher what starts its trials, as YAML
   */
  static void write(Path file, Gate gate, String launcher) throws IOException {
    Files.writeString(
        file,
        """
        name: tiny
        base: tiny.yaml
        launcher: %2$s
        set:
          forget.names: [Ada Lind]
          defense.strategy: text-backdoor
          defense.settings.clean-batch: 2
          defense.settings.backdoor-batch: 2
          defense.regularizers.gate.weight: 1
          defense.regularizers.gate.folder: %1$s
          attacks.gate.folder: %1$s
          attacks.idia.threshold: 1
          evaluations.change: {}
        vary: {defense.settings.steps: [2, 3]}
        figures:
          - {title: Found, metric: idia.tpr, over: defense.settings.steps}
        """
            .formatted(gate.folder(), launcher));
  }
}

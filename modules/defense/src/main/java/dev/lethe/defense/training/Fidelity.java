package dev.lethe.defense.training;

import dev.lethe.api.settings.Called;

/** Which form of a method is meant where the authors' code departs from their paper. */
public enum Fidelity {
  /** As the paper says, with the faults of the code mended. */
  CORRECTED,
  /** As the authors' code does, with its faults. */
  @Called("faithful")
  REFERENCE_CODE
}

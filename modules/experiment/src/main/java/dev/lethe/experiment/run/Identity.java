package dev.lethe.experiment.run;

import dev.lethe.experiment.plan.PreparedExperiment;
import dev.lethe.experiment.plan.RunInputs;
import dev.lethe.io.hash.Fingerprint;

/** What results on the original depend on. */
final class Identity {
  private Identity() {}

  /** Begins the hash of a result on the original. */
  static Fingerprint ofBefore(PreparedExperiment plan) {
    RunInputs inputs = plan.inputs();
    return new Fingerprint()
        .add(inputs.model().fingerprint())
        .add(inputs.model().loader().identity())
        .add(plan.program().foundation())
        .add(inputs.audience().fingerprint())
        .add(Long.toString(inputs.config().settings().seed()))
        .add(inputs.config().settings().device())
        .add(inputs.config().settings().precision().name());
  }
}

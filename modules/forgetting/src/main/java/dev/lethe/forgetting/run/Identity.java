package dev.lethe.forgetting.run;

import dev.lethe.forgetting.plan.ForgettingInputs;
import dev.lethe.io.hash.Fingerprint;

/** What results on the original depend on. */
final class Identity {
  private Identity() {}

  /** Begins the hash of a result on the original. */
  static Fingerprint ofBefore(ForgettingRun run) {
    ForgettingInputs inputs = run.inputs();
    return new Fingerprint()
        .add(inputs.model().fingerprint())
        .add(inputs.model().loader().identity())
        .add(run.program().foundation())
        .add(inputs.audience().fingerprint())
        .add(Long.toString(inputs.config().general().seed()))
        .add(inputs.config().general().device())
        .add(inputs.config().general().precision().name());
  }
}

package dev.lethe.experiment.run;

import dev.lethe.api.CancelledException;
import dev.lethe.api.Progress;
import dev.lethe.experiment.plan.PreparedExperiment;
import dev.lethe.experiment.store.RunLayout;
import dev.lethe.experiment.store.StageStore;
import java.util.function.Supplier;

/**
 * The stages of a run that are already done. Those before the defense are shared with other runs,
 * except by a redacted run, which keeps everything to itself, where only its owner may look.
 */
final class Stages {
  private final StageStore own;
  private final StageStore shared;

  private Stages(StageStore own, StageStore shared) {
    this.own = own;
    this.shared = shared;
  }

  static Stages open(PreparedExperiment plan) {
    RunLayout layout = plan.layout();
    Progress progress = plan.context().progress();
    if (plan.redact()) {
      StageStore secret = new StageStore(plan.key().work(), progress);
      return new Stages(secret, secret);
    }
    return new Stages(
        new StageStore(layout.work(), progress),
        new StageStore(layout.cache().resolve("results"), progress));
  }

  /** Returns the result of a stage that belongs to this run. */
  <T> T own(String stage, Class<T> type, Supplier<T> work) {
    return own.get(stage, type, interruptible(work));
  }

  /** Returns whether a stage that belongs to this run has been done. */
  boolean hasOwn(String stage) {
    return own.has(stage);
  }

  /** Makes a stage that belongs to this run be done again. */
  void forgetOwn(String stage) {
    own.forget(stage);
  }

  /**
   * Returns the result of a stage that depends on nothing but what its hash names; several runs at
   * once do the work once.
   */
  <T> T shared(String hash, Class<T> type, Supplier<T> work) {
    return shared.getOnce(hash, type, interruptible(work));
  }

  private static <T> Supplier<T> interruptible(Supplier<T> work) {
    return () -> {
      T result = work.get();
      if (Thread.currentThread().isInterrupted()) {
        throw new CancelledException();
      }
      return result;
    };
  }
}

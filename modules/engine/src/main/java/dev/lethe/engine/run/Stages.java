package dev.lethe.engine.run;

import dev.lethe.api.CancelledException;
import dev.lethe.engine.Build;
import dev.lethe.engine.extension.ExperimentContext;
import dev.lethe.engine.extension.Program;
import dev.lethe.engine.plan.PreparedExperiment;
import dev.lethe.engine.provenance.Provenances;
import dev.lethe.engine.recipe.Stage;
import dev.lethe.engine.recipe.StageContext;
import dev.lethe.engine.store.RunLayout;
import dev.lethe.engine.store.StageStore;
import dev.lethe.report.Provenance;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The stages of a run. Results that other runs may use are shared with them, except by a redacted
 * run, which keeps everything to itself, where only its owner may look.
 */
public final class Stages implements StageContext {
  private final PreparedExperiment plan;
  private final Build build;
  private final StageStore own;
  private final StageStore shared;

  /** Opens the stages of a plan. */
  public Stages(PreparedExperiment plan, Build build) {
    this.plan = plan;
    this.build = build;
    RunLayout layout = plan.layout();
    if (plan.redact()) {
      own = new StageStore(plan.key().work(), plan.context().progress());
      shared = own;
    } else {
      own = new StageStore(layout.work(), plan.context().progress());
      shared = new StageStore(layout.cache().resolve("results"), plan.context().progress());
    }
  }

  @Override
  public <T> T result(Stage<T> stage) {
    Supplier<T> work = interruptible(stage.work());
    return switch (stage.scope()) {
      case OWN -> own.get(stage.name(), stage.type(), work);
      case SHARED -> shared.getOnce(stage.name(), stage.type(), work);
    };
  }

  @Override
  public boolean isDone(String stage) {
    return own.has(stage);
  }

  @Override
  public void forget(String stage) {
    own.forget(stage);
  }

  @Override
  public ExperimentContext run() {
    return plan.context();
  }

  @Override
  public RunLayout layout() {
    return plan.layout();
  }

  @Override
  public Program program() {
    return plan.program();
  }

  @Override
  public Path embeddings() {
    return plan.embeddings();
  }

  @Override
  public Provenance provenance(Provenance.Source model) {
    return new Provenances(plan, build).of(model, started());
  }

  /** Returns when the run began, which a resumed run remembers. */
  String started() {
    return result(Stage.own("started", Started.class, () -> new Started(Instant.now().toString())))
        .at();
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

  /**
   * When a run began, which a resumed run must remember.
   *
   * @param at as ISO 8601 in UTC
   */
  record Started(String at) {}
}

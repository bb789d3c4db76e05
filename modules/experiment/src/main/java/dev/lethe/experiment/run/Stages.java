package dev.lethe.experiment.run;

import dev.lethe.api.CancelledException;
import dev.lethe.experiment.plan.PreparedExperiment;
import dev.lethe.experiment.redact.Pseudonyms;
import dev.lethe.experiment.redact.RedactionKey;
import dev.lethe.experiment.redact.Substitution;
import dev.lethe.experiment.store.RunLayout;
import dev.lethe.experiment.store.StageStore;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The stages of a run that are already done. Those before the defence are shared with other runs,
 * except by a redacted run, which keeps everything to itself and under pseudonyms.
 */
final class Stages {
  private final StageStore own;
  private final StageStore shared;
  private final @Nullable Pseudonyms pseudonyms;

  private Stages(StageStore own, StageStore shared, @Nullable Pseudonyms pseudonyms) {
    this.own = own;
    this.shared = shared;
    this.pseudonyms = pseudonyms;
  }

  static Stages open(PreparedExperiment plan) {
    RunLayout layout = plan.layout();
    if (!plan.redact()) {
      return new Stages(
          StageStore.plain(layout.work()),
          StageStore.plain(layout.cache().resolve("results")),
          null);
    }
    Pseudonyms pseudonyms;
    if (Files.isRegularFile(layout.redactionKey())) {
      pseudonyms = RedactionKey.read(layout.redactionKey());
    } else {
      pseudonyms = Pseudonyms.draw(names(plan));
      RedactionKey.write(layout.redactionKey(), pseudonyms);
    }
    StageStore hidden =
        new StageStore(
            layout.work(), Substitution.hiding(pseudonyms), Substitution.revealing(pseudonyms));
    return new Stages(hidden, hidden, pseudonyms);
  }

  /** Returns the pseudonyms, or null if the run is not redacted. */
  @Nullable Pseudonyms pseudonyms() {
    return pseudonyms;
  }

  /** Returns the result of a stage that belongs to this run. */
  <T> T own(String stage, Class<T> type, Supplier<T> work) {
    return own.get(stage, type, interruptible(work));
  }

  /** Returns the result of a stage that depends on nothing but what its hash names. */
  <T> T shared(String hash, Class<T> type, Supplier<T> work) {
    return shared.get(hash, type, interruptible(work));
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

  private static List<String> names(PreparedExperiment plan) {
    List<String> names = new ArrayList<>(plan.inputs().audience().everybody());
    names.addAll(plan.inputs().audience().candidates());
    plan.inputs()
        .requests()
        .forEach(
            request -> {
              names.add(request.name());
              names.addAll(request.aliases());
            });
    return names;
  }
}

package dev.lethe.forgetting.run;

import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.TrainingHistory;
import dev.lethe.api.defense.Trigger;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.engine.recipe.Stage;
import dev.lethe.engine.store.RunLayout;
import dev.lethe.forgetting.plan.PlannedDefense;
import dev.lethe.io.Folders;
import dev.lethe.io.IoFailure;
import dev.lethe.report.DefenseReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies the strategies of a run, each to what the one before it left. */
final class Defending {
  private final ForgettingRun run;
  private final Models models;
  private final Chosen chosen;

  Defending(ForgettingRun run, Models models, Chosen chosen) {
    this.run = run;
    this.models = models;
    this.chosen = chosen;
  }

  List<DefenseOutcome> defend() {
    List<DefenseOutcome> outcomes = new ArrayList<>();
    forgetLost();
    for (int i = 0; i < run.inputs().defenses().size(); i++) {
      int index = i;
      outcomes.add(
          run.stages()
              .result(
                  Stage.own(stage(i), DefenseOutcome.class, () -> defend(index, saved(index)))));
    }
    return outcomes;
  }

  /** A strategy whose model is wanted and has gone is applied again. */
  private void forgetLost() {
    boolean wanted = true;
    for (int i = run.inputs().defenses().size() - 1; i >= 0; i--) {
      if (wanted && !Files.isDirectory(saved(i))) {
        run.stages().forget(stage(i));
      }
      wanted = !run.stages().isDone(stage(i));
    }
  }

  private static String stage(int index) {
    return "defense-" + index;
  }

  private Path saved(int index) {
    boolean last = index == run.inputs().defenses().size() - 1;
    return last ? run.layout().model() : intermediate(index);
  }

  private DefenseOutcome defend(int index, Path saved) {
    if (index == 0) {
      return defend(index, models.original(), saved);
    }
    models.closeOriginal(); // only two models fit where memory is short
    try (VisionLanguageModel teacher =
        models.read(intermediate(index - 1), "reading the model of the strategy before")) {
      return defend(index, teacher, saved);
    }
  }

  private DefenseOutcome defend(int index, VisionLanguageModel teacher, Path saved) {
    PlannedDefense defense = run.inputs().defenses().get(index);
    Path checkpoint = run.layout().work().resolve("training-" + index);
    DefenseTask task =
        new DefenseTask(
            chosen.requests(),
            run.inputs().trainingCaptions(),
            checkpoint,
            run.context().progress());
    makeRoom(saved);
    PeakMemory.reset();
    Defended defended =
        defense
            .strategy()
            .extension()
            .defend(teacher, task, new WeightedSum(defense.regularizers()));
    try (VisionLanguageModel model = defended.model()) {
      Long peak = PeakMemory.bytes();
      String sha256 = model.save(saved);
      DefenseReport report =
          report(defense.strategy().name(), defended.history(), peak, chosen.triggers().get(index));
      return new DefenseOutcome(report, sha256, defended.discarded());
    }
  }

  private Path intermediate(int index) {
    return run.layout().work().resolve("defended-" + index);
  }

  private void makeRoom(Path saved) {
    RunLayout layout = run.layout();
    Folders.remove(saved);
    try {
      Files.createDirectories(layout.work());
    } catch (IOException e) {
      throw IoFailure.cannot("create", layout.work(), e);
    }
  }

  private static DefenseReport report(
      String strategy, TrainingHistory history, @Nullable Long peak, List<Trigger> triggers) {
    List<DefenseReport.Step> steps = new ArrayList<>();
    double seconds = 0;
    for (TrainingHistory.Step step : history.steps()) {
      seconds += step.seconds();
      steps.add(
          new DefenseReport.Step(
              steps.size() + 1, step.losses(), step.learningRate(), step.seconds()));
    }
    double each = steps.isEmpty() ? 0 : seconds / steps.size();
    return new DefenseReport(strategy, steps.size(), seconds, each, peak, triggers, steps);
  }
}

package dev.lethe.forgetting.run;

import dev.lethe.api.defense.Artifact;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.TrainingHistory;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.panel.PicturesPanel;
import dev.lethe.engine.recipe.Stage;
import dev.lethe.forgetting.finding.DefenseFacts;
import dev.lethe.forgetting.finding.DefenseFacts.Planted;
import dev.lethe.forgetting.plan.PlannedDefense;
import dev.lethe.io.Folders;
import dev.lethe.io.IoFailure;
import dev.lethe.report.StoredArtifact;
import dev.lethe.report.StoredArtifact.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies the strategies of a run, each to what the one before it left. */
final class DefenseStages {
  private static final double NANOS = 1e9;

  private final ForgettingRun run;
  private final Models models;
  private final ForgetSelection chosen;

  DefenseStages(ForgettingRun run, Models models, ForgetSelection chosen) {
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
    DefenseTask task =
        new DefenseTask(
            run.inputs().requestsFor(defense, chosen.requests()),
            MethodData.training(
                run.inputs(), defense.strategy().extension().requires(), chosen.names()),
            new WeightedSum(defense.regularizers()),
            run.workspace("strategy-" + index, run.context().maxMemory()),
            run.context().progress());
    Folders.remove(saved);
    List<PicturesPanel> pictures =
        run.inputs().config().settings().showsPictures()
            ? defense.strategy().extension().examples(teacher, task).stream().toList()
            : List.of();
    PeakMemory.reset();
    long started = System.nanoTime();
    Defended defended = defense.strategy().extension().defend(teacher, task);
    try (Model model = defended.model()) {
      double elapsed = (System.nanoTime() - started) / NANOS;
      Long peak = PeakMemory.bytes();
      List<StoredArtifact> left = write(index, defended.artifacts());
      String sha256 = model.save(saved);
      DefenseFacts facts =
          facts(defense.strategy().name(), defended.history(), peak, chosen.backdoors().get(index));
      return new DefenseOutcome(
          facts, defended.history(), elapsed, sha256, left, pictures, defended.discarded());
    }
  }

  /** Writes what a strategy left beside its model, and returns what it is and where. */
  private List<StoredArtifact> write(int index, List<Artifact> artifacts) {
    String strategy = run.inputs().defenses().get(index).strategy().name();
    Path folder = run.layout().artifacts().resolve("%d-%s".formatted(index + 1, strategy));
    Folders.remove(folder);
    List<StoredArtifact> left = new ArrayList<>();
    for (Artifact artifact : artifacts) {
      Path own = folder.resolve(artifact.name());
      create(own);
      artifact.write(own);
      left.add(
          new StoredArtifact(
              artifact.name() + " of " + strategy,
              Kind.OTHER,
              run.layout().directory().relativize(own).toString(),
              null,
              artifact.summary()));
    }
    return left;
  }

  private Path intermediate(int index) {
    return run.layout().work().resolve("defended-" + index);
  }

  private static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw IoFailure.cannot("create", folder, e);
    }
  }

  private static DefenseFacts facts(
      String strategy, TrainingHistory history, @Nullable Long peak, List<Backdoor> backdoors) {
    int steps = history.steps().size();
    double seconds = history.steps().stream().mapToDouble(TrainingHistory.Step::seconds).sum();
    double each = steps == 0 ? 0 : seconds / steps;
    return new DefenseFacts(
        strategy, steps, seconds, each, peak, backdoors.stream().map(Planted::of).toList());
  }
}

package dev.lethe.plugin.baselines;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.NamedCaption;
import dev.lethe.api.defense.TrainingHistory;
import dev.lethe.api.method.Cost;
import dev.lethe.api.method.Workload;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.io.hash.Fingerprint;
import dev.lethe.tensor.train.LearningRate;
import dev.lethe.tensor.train.TrainingLoop;
import dev.lethe.tensor.train.TrainingPlan;
import dev.lethe.tensor.train.TrainingStep;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Trains a copy of the text tower on an objective; layer norms stay.
 *
 * @param name of the strategy
 */
record NameTraining(String name, BaselineSettings settings, Objective objective, RunContext run) {
  private static final int STEPS_BETWEEN_SAVES = 50;

  /** Values, gradients and two moments of what is trained. */
  private static final int TRAINED = 4;

  Cost cost(Workload workload) {
    long tower = workload.modelBytes() / workload.model().components().size();
    return new Cost(
        settings.steps(),
        2L * settings.steps() * settings.batch(),
        0,
        new ByteSize(TRAINED * tower));
  }

  Defended defend(Model original, DefenseTask task) {
    VisionLanguageModel teacher = original.as(VisionLanguageModel.class);
    TextEncoder text = teacher.text();
    List<Backdoor> backdoors = Backdoor.ofNames(task.requests(), settings.target());
    List<String> names =
        backdoors.stream().map(each -> each.trigger().description()).distinct().toList();
    List<String> captions =
        NamedCaption.without(names, task.data().captions(), text.tokenizer()::plain).stream()
            .filter(each -> !each.isBlank())
            .distinct()
            .toList();
    DrawnTexts texts = DrawnTexts.draw(backdoors, captions, settings, objective, run.seed(name));
    String drawn = new Fingerprint().add(texts.all()).hex();
    try (NDManager memory = run.manager().newSubManager();
        TrainableEncoder<List<int[]>> tower = text.trainable(text.tokenizer().encode(texts.all()));
        Likelihood likelihood = new Likelihood(memory)) {
      ParameterSet trained = tower.parameters().where(info -> info.role() != ParameterRole.NORM);
      TrainingStep step =
          (scope, number) ->
              losses(
                  new StepLosses(scope, tower, text, likelihood),
                  likelihood,
                  texts.named().get(number),
                  texts.ordinary().get(number));
      TrainingHistory history =
          new TrainingLoop(plan(task.work().folder(), drawn), trained, task.progress())
              .run(memory, step);
      VisionLanguageModel student = teacher.copy();
      tower.commit(student.text());
      return new Defended(student, history);
    }
  }

  private TrainingPlan plan(@Nullable Path folder, String drawn) {
    return new TrainingPlan(
        "forgetting",
        settings.steps(),
        LearningRate.constant(settings.learningRate()),
        0,
        folder == null
            ? null
            : new TrainingPlan.State(
                folder.resolve("training.state"),
                STEPS_BETWEEN_SAVES,
                settings + "\n" + objective + "\n" + drawn));
  }

  private Map<String, Double> losses(
      StepLosses losses, Likelihood likelihood, List<String> named, List<String> ordinary) {
    losses.add("ascent", objective.ascent(), named, likelihood::ascent);
    losses.add(
        "preference",
        objective.preference(),
        named,
        (scope, student, teacher) ->
            likelihood.preference(scope, student, teacher, objective.beta()));
    losses.add("retain", objective.retain(), ordinary, likelihood::retain);
    return losses.values();
  }
}

package dev.lethe.plugin.baselines;

import ai.djl.ndarray.NDArray;
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
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.train.LearningRate;
import dev.lethe.tensor.train.TrainingLoop;
import dev.lethe.tensor.train.TrainingPlan;
import dev.lethe.tensor.train.TrainingStep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
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
    long seed = run.seed(name);
    List<List<String>> named = named(backdoors, captions, seed);
    List<List<String>> ordinary = ordinary(captions, seed + 1);
    List<String> all = new ArrayList<>();
    named.forEach(all::addAll);
    ordinary.forEach(all::addAll);
    String drawn = new Fingerprint().add(all).hex();
    try (NDManager memory = run.manager().newSubManager();
        TrainableEncoder<List<int[]>> tower = text.trainable(text.tokenizer().encode(all));
        Likelihood likelihood = new Likelihood(memory)) {
      ParameterSet trained = tower.parameters().where(info -> info.role() != ParameterRole.NORM);
      TrainingStep step =
          (scope, number) ->
              backward(scope, tower, text, likelihood, named.get(number), ordinary.get(number));
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

  /** Draws the texts with names of each step. */
  private List<List<String>> named(List<Backdoor> backdoors, List<String> captions, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<List<String>> steps = new ArrayList<>();
    for (int step = 0; step < settings.steps(); step++) {
      List<String> texts = new ArrayList<>();
      while (objective.forgets() && texts.size() < settings.batch()) {
        Backdoor backdoor = backdoors.get(random.nextInt(backdoors.size()));
        texts.add(
            NamedCaption.of(List.of(backdoor), captions, 2, random.nextLong()).get(1).named());
      }
      steps.add(texts.stream().distinct().toList());
    }
    return steps;
  }

  private List<List<String>> ordinary(List<String> captions, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<List<String>> steps = new ArrayList<>();
    for (int step = 0; step < settings.steps(); step++) {
      steps.add(
          objective.retain() == 0
              ? List.of()
              : random
                  .ints(0, captions.size())
                  .distinct()
                  .limit(Math.min(settings.batch(), captions.size()))
                  .mapToObj(captions::get)
                  .toList());
    }
    return steps;
  }

  private Map<String, Double> backward(
      NDManager scope,
      TrainableEncoder<List<int[]>> tower,
      TextEncoder teacher,
      Likelihood likelihood,
      List<String> named,
      List<String> ordinary) {
    Map<String, Double> losses = new HashMap<>();
    if (objective.ascent() != 0) {
      add(
          losses,
          scope,
          "ascent",
          objective.ascent(),
          likelihood,
          inner -> {
            Pair pair = pair(inner, tower, teacher, named);
            return likelihood.ascent(inner, pair.student(), pair.teacher());
          });
    }
    if (objective.preference() != 0) {
      add(
          losses,
          scope,
          "preference",
          objective.preference(),
          likelihood,
          inner -> {
            Pair pair = pair(inner, tower, teacher, named);
            return likelihood.preference(inner, pair.student(), pair.teacher(), objective.beta());
          });
    }
    if (objective.retain() != 0) {
      add(
          losses,
          scope,
          "retain",
          objective.retain(),
          likelihood,
          inner -> {
            Pair pair = pair(inner, tower, teacher, ordinary);
            return likelihood.retain(inner, pair.student(), pair.teacher());
          });
    }
    return losses;
  }

  private static void add(
      Map<String, Double> losses,
      NDManager scope,
      String term,
      double weight,
      Likelihood likelihood,
      Function<NDManager, NDArray> loss) {
    double weighted =
        Autograd.backward(scope, inner -> likelihood.weighted(inner, loss.apply(inner), weight));
    losses.put(term, weighted / weight);
    losses.merge(TrainingStep.TOTAL, weighted, Double::sum);
  }

  private static Pair pair(
      NDManager scope,
      TrainableEncoder<List<int[]>> tower,
      TextEncoder teacher,
      List<String> texts) {
    List<int[]> tokens = teacher.tokenizer().encode(texts);
    NDArray before =
        Autograd.withoutGradients(() -> teacher.forward(scope, teacher.parameters(), tokens));
    return new Pair(tower.forward(scope, tokens), before);
  }

  private record Pair(NDArray student, NDArray teacher) {}
}

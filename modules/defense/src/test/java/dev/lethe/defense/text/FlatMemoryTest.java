package dev.lethe.defense.text;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.defense.Regularizer.Drift;
import dev.lethe.api.defense.Trigger;
import dev.lethe.api.model.TextOutput;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.tensor.loss.Distance;
import dev.lethe.tensor.loss.DistanceLoss;
import dev.lethe.tensor.train.LearningRate;
import dev.lethe.tensor.train.TrainingLoop;
import dev.lethe.tensor.train.TrainingPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Native arrays that a step leaves behind would add up over hundreds of steps. */
class FlatMemoryTest {
  private static final int STEPS = 12;

  @TempDir Path folder;

  @Test
  void noStepLeavesAnArrayBehind() {
    try (Run run = new Run(0);
        VisionLanguageModel teacher = run.model(folder);
        NDManager memory = run.context.manager().newSubManager()) {
      TextPool pool = new TextPool();
      List<List<Row>> steps =
          new Schedule(
                  new SettingsType<>(TextBackdoorSettings.class)
                      .read(Map.of("steps", STEPS, "clean-batch", 5, "backdoor-batch", 5), ""),
                  Examples.CAPTIONS,
                  List.of(new Trigger("Anna", "Anna Lee", "human")),
                  List.of(),
                  1)
              .draw(pool);
      List<int[]> tokens = teacher.text().tokenizer().encode(pool.texts());
      Outputs outputs = new Outputs(TextOutput.EMBEDDING, teacher);
      try (TrainableEncoder<List<int[]>> tower = teacher.text().trainable(tokens);
          DistanceLoss distance = DistanceLoss.compile(memory, Distance.COSINE)) {
        Drift drift = new Drift(tower.parameters(), tower.restrict(teacher.text().parameters()));
        TextBackdoorStep step =
            new TextBackdoorStep(
                steps,
                tokens,
                Map.of(Term.UTILITY, 1.0, Term.BACKDOOR, .6, Term.NAME, 0.0),
                tower,
                new TeacherEmbeddings(outputs, tokens, steps, 100, 0),
                distance,
                new Examples.NoPenalty(),
                drift,
                new Parts(outputs::tokens, 100));
        List<NDManager> lasting =
            List.of(
                run.context.manager(),
                memory,
                tower.parameters().arrays().get(0).getManager(),
                teacher.text().parameters().arrays().get(0).getManager());
        List<List<Integer>> counts = new ArrayList<>();
        TrainingPlan plan =
            new TrainingPlan("testing", STEPS, LearningRate.constant(1e-3), 0, null);
        new TrainingLoop(plan, drift.student(), Progress.silent())
            .run(
                memory,
                (scope, number) -> {
                  counts.add(lasting.stream().map(FlatMemoryTest::arrays).toList());
                  return step.backward(scope, number);
                });
        assertThat(counts).hasSize(STEPS).containsOnly(counts.get(0));
        assertThat(counts.get(0)).anyMatch(count -> count > 20);
      }
    }
  }

  private static int arrays(NDManager manager) {
    return ((BaseNDManager) manager).getManagedArrays().size();
  }
}

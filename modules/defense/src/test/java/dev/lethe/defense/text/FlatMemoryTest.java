package dev.lethe.defense.text;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.tensor.train.LearningRate;
import dev.lethe.tensor.train.TrainingLoop;
import dev.lethe.tensor.train.TrainingPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Native arrays that a step leaves behind would add up over hundreds of steps. */
class FlatMemoryTest {
  private static final int STEPS = 12;

  @TempDir Path folder;

  @Test
  void noStepLeavesAnArrayBehind() {
    try (SmallTraining training =
        new SmallTraining(folder, STEPS, 5, 100, UnaryOperator.identity())) {
      List<NDManager> lasting =
          List.of(
              training.run.context.manager(),
              training.memory,
              training.student.parameters().arrays().get(0).getManager(),
              training.teacher.text().parameters().arrays().get(0).getManager());
      List<List<Integer>> counts = new ArrayList<>();
      TrainingPlan plan = new TrainingPlan("testing", STEPS, LearningRate.constant(1e-3), 0, null);
      new TrainingLoop(plan, training.pair.student(), Progress.silent())
          .run(
              training.memory,
              (scope, number) -> {
                counts.add(lasting.stream().map(FlatMemoryTest::arrays).toList());
                return training.step.backward(scope, number);
              });
      assertThat(counts).hasSize(STEPS).containsOnly(counts.get(0));
      assertThat(counts.get(0)).anyMatch(count -> count > 20);
    }
  }

  private static int arrays(NDManager manager) {
    return ((BaseNDManager) manager).getManagedArrays().size();
  }
}

package dev.lethe.testkit.defense;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.Weights;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link BackdoorStrategy} that trains the weights of one tower must do besides. */
public abstract class TrainingBackdoorStrategyContractTest extends BackdoorStrategyContractTest {

  /** For subclasses. */
  protected TrainingBackdoorStrategyContractTest() {}

  @Test
  void onlyItsTowerChangesAndNormsStayFrozen() {
    try (VisionLanguageModel defended = defend()) {
      assertThat(Weights.of(defended)).isNotEqualTo(Weights.of(teacher));
      assertThat(Weights.where(defended, Weights.in(component()).negate()))
          .isEqualTo(Weights.where(teacher, Weights.in(component()).negate()));
      assertThat(Weights.where(defended, info -> info.role() == ParameterRole.NORM))
          .isEqualTo(Weights.where(teacher, info -> info.role() == ParameterRole.NORM));
    }
  }

  @Test
  void everyStepIsRecordedWithFiniteLosses() {
    Defended defended = strategy(run).defend(teacher, task());
    defended.model().close();
    assertThat(defended.history().steps())
        .isNotEmpty()
        .allSatisfy(
            step -> {
              assertThat(step.losses()).containsKey("total");
              assertThat(step.losses().values()).allSatisfy(loss -> assertThat(loss).isFinite());
              assertThat(step.learningRate()).isPositive();
            });
  }

  @Test
  void theRegularizerSeesEffectiveWeightsThatBeginAsTheOriginals() {
    Watching watching = new Watching();
    Defended defended = strategy(run).defend(teacher, task().with(watching));
    defended.model().close();
    assertThat(watching.distances).hasSameSizeAs(defended.history().steps());
    assertThat(watching.distances.get(0)).isZero();
    assertThat(watching.distances.get(watching.distances.size() - 1)).isPositive();
  }

  /** Penalizes nothing, and notes how far the student is from its teacher. */
  private static final class Watching implements Regularizer {
    private final List<Double> distances = new ArrayList<>();

    @Override
    public double accumulate(
        NDManager manager, ParameterPair pair, List<NDArray> gradients, double weight) {
      assertThat(gradients).hasSize(pair.student().size());
      double distance = 0;
      for (Parameter student : pair.student()) {
        float[] own = student.value().toFloatArray();
        float[] teachers = pair.teacher().get(student.info().name()).toFloatArray();
        for (int i = 0; i < own.length; i++) {
          distance += Math.abs(own[i] - teachers[i]);
        }
      }
      distances.add(distance);
      return 0;
    }
  }
}

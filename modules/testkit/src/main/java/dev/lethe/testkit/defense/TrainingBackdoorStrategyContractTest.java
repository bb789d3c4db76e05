package dev.lethe.testkit.defense;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.Probe;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.tensor.Autograd;
import dev.lethe.testkit.TinyRun;
import dev.lethe.testkit.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link BackdoorStrategy} that trains the weights of one tower must do besides. */
public abstract class TrainingBackdoorStrategyContractTest extends BackdoorStrategyContractTest {

  /**
   * Says which strategy is tested.
   *
   * @param plugins what offers it, what it works with, and CLIP's formats
   * @param name its name in configurations
   * @param settings with which it is quick; those that are left out have their defaults
   * @param component the tower that it trains
   */
  protected TrainingBackdoorStrategyContractTest(
      TinyRun plugins, String name, Map<String, Object> settings, Component component) {
    super(plugins, name, settings, component);
  }

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
    Defended defended = strategy().defend(teacher, task());
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
    Defended defended = strategy().defend(teacher, task().with(watching));
    defended.model().close();
    assertThat(watching.distances).hasSameSizeAs(defended.history().steps());
    assertThat(watching.distances.get(0)).isZero();
    assertThat(watching.distances.get(watching.distances.size() - 1)).isPositive();
  }

  @Test
  void theRegularizerMayLookAtWhatTheStudentShallKeep() {
    Watching watching = new Watching();
    strategy().defend(teacher, task().with(watching)).model().close();
    int[] rows = watching.rows.stream().flatMapToInt(IntStream::of).toArray();
    assertThat(rows)
        .as("those of all steps are all there are")
        .containsExactly(IntStream.range(0, watching.probe.rows()).toArray());
    assertThat(watching.rows).doesNotContain(new int[0]);
    assertThat(watching.probe.most()).isPositive();
  }

  /**
   * Penalizes nothing, and notes how far the student is from its teacher and what there is to see.
   */
  private static final class Watching implements Regularizer {
    private final List<Double> distances = new ArrayList<>();
    private final List<int[]> rows = new ArrayList<>();
    private Probe probe;

    @Override
    public void prepare(Start start) {
      probe = start.probe();
      assertThat(probe.step()).as("no step has begun").isEmpty();
      int last = probe.rows() - 1;
      float[] student = student(start.memory(), 0, last);
      float[] teacher = probe.teacher(start.memory(), 0, last).toFloatArray();
      assertThat(student).usingComparatorWithPrecision(1e-4f).containsExactly(teacher);
    }

    private float[] student(NDManager manager, int... some) {
      return Autograd.withoutGradients(() -> probe.student(manager, some).toFloatArray());
    }

    /** What a penalty on embeddings gives arrives in the gradients. */
    private void assertThatABackwardPassArrivesIn(List<NDArray> gradients, NDManager manager) {
      double before = sum(gradients);
      Autograd.backward(manager, scope -> probe.student(scope, probe.step()).square().sum());
      assertThat(sum(gradients)).isNotEqualTo(before);
    }

    private static double sum(List<NDArray> gradients) {
      double sum = 0;
      for (NDArray gradient : gradients) {
        for (float value : gradient.toFloatArray()) {
          sum += Math.abs(value);
        }
      }
      return sum;
    }

    @Override
    public double accumulate(
        NDManager manager, ParameterPair pair, List<NDArray> gradients, double weight) {
      assertThat(gradients).hasSize(pair.student().size());
      rows.add(probe.step());
      assertThatABackwardPassArrivesIn(gradients, manager);
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

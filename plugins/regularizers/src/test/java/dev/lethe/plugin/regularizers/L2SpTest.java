package dev.lethe.plugin.regularizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.defense.Regularizer.ParameterPair;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class L2SpTest {
  private final TestRunContext run = new TestRunContext(1);
  private NDManager manager;
  private ParameterPair pair;
  private List<NDArray> gradients;

  @BeforeEach
  void moveAStudentAwayFromItsTeacher() {
    manager = run.manager();
    pair =
        new ParameterPair(
            parameters(new float[] {1, 2, 3}, new float[] {0.5f}),
            parameters(new float[] {1, 0, 4}, new float[] {1}));
    pair.student().forEach(p -> p.value().setRequiresGradient(true));
    gradients = List.of(manager.create(new float[] {10, 10, 10}), manager.create(new float[] {7}));
  }

  @AfterEach
  void release() {
    run.close();
  }

  @Test
  void thePenaltyIsTheSquaredDistanceAndItsWeightedGradientIsAdded() {
    double penalty = regularizer(Map.of()).accumulate(manager, pair, gradients, 0.5);
    assertThat(penalty).isEqualTo(0 + 4 + 1 + 0.25);
    assertThat(gradients.get(0).toFloatArray()).containsExactly(10, 12, 9);
    assertThat(gradients.get(1).toFloatArray()).containsExactly(6.5f);
  }

  @Test
  void theMeanIsOverAllParameters() {
    double penalty = regularizer(Map.of("mean", true)).accumulate(manager, pair, gradients, 2);
    assertThat(penalty).isCloseTo(5.25 / 4, within(1e-9));
    assertThat(gradients.get(0).toFloatArray()).containsExactly(10, 12, 9);
  }

  @Test
  void aStudentThatIsItsTeacherIsLeftAlone() {
    ParameterPair none = new ParameterPair(pair.student(), pair.student());
    assertThat(regularizer(Map.of()).accumulate(manager, none, gradients, 1)).isZero();
    assertThat(gradients.get(0).toFloatArray()).containsExactly(10, 10, 10);
  }

  @Test
  void aStepLeavesNothingInNativeMemory() {
    Regularizer regularizer = regularizer(Map.of());
    int before = manager.getManagedArrays().size();
    regularizer.accumulate(manager, pair, gradients, 1);
    assertThat(manager.getManagedArrays()).hasSize(before);
    assertThat(gradients).noneMatch(NDArray::hasGradient);
  }

  private Regularizer regularizer(Map<String, Object> settings) {
    return new InProcessExtensions(List.of(RegularizersModule::new))
        .open(run)
        .create(Regularizer.class, "l2-sp", settings, "regularizers.l2-sp");
  }

  private ParameterSet parameters(float[]... tensors) {
    List<Parameter> parameters = new ArrayList<>();
    for (float[] tensor : tensors) {
      ParameterInfo info =
          new ParameterInfo(
              "tensor." + parameters.size(), Component.TEXT, 0, ParameterRole.MLP_INPUT, 1);
      parameters.add(new Parameter(info, manager.create(tensor)));
    }
    return new ParameterSet(parameters);
  }
}

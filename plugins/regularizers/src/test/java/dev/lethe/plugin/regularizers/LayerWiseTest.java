package dev.lethe.plugin.regularizers;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.Regularizer.ParameterPair;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.testkit.TestRunContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayerWiseTest {

  @Test
  void aLayerWeighsTheFactorTimesWhatTheLayerAboveItDoes() {
    try (TestRunContext run = new TestRunContext(0)) {
      NDManager manager = run.manager();
      List<NDArray> gradients = List.of(zero(manager), zero(manager), zero(manager), zero(manager));
      double penalty =
          Created.regularizer("layer-wise", Map.of("factor", 3))
              .accumulate(
                  manager, new ParameterPair(tower(manager, 1), tower(manager, 0)), gradients, 1);
      assertThat(penalty).isEqualTo(27 + 9 + 3 + 1);
      assertThat(gradients).extracting(NDArray::getFloat).containsExactly(54f, 18f, 6f, 2f);
    }
  }

  private static NDArray zero(NDManager manager) {
    return manager.create(0f);
  }

  private static ParameterSet tower(NDManager manager, float value) {
    return new ParameterSet(
        List.of(
            parameter("embedding", -1, ParameterRole.TOKEN_EMBEDDING, manager.create(value)),
            parameter("lower", 0, ParameterRole.MLP_INPUT, manager.create(value)),
            parameter("upper", 1, ParameterRole.MLP_INPUT, manager.create(value)),
            parameter("projection", -1, ParameterRole.PROJECTION, manager.create(value))));
  }

  private static Parameter parameter(String name, int layer, ParameterRole role, NDArray value) {
    return new Parameter(new ParameterInfo(name, Component.TEXT, layer, role, 1), value);
  }
}

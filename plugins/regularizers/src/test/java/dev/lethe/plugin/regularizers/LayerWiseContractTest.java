package dev.lethe.plugin.regularizers;

import dev.lethe.api.defense.Regularizer;
import dev.lethe.testkit.defense.RegularizerContractTest;

class LayerWiseContractTest extends RegularizerContractTest {

  @Override
  protected Regularizer regularizer() {
    return Created.regularizer("layer-wise");
  }
}

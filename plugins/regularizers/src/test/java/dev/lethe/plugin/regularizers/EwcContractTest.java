package dev.lethe.plugin.regularizers;

import dev.lethe.api.defense.Regularizer;
import dev.lethe.testkit.defense.RegularizerContractTest;

class EwcContractTest extends RegularizerContractTest {

  @Override
  protected Regularizer regularizer() {
    return Created.regularizer("ewc");
  }
}

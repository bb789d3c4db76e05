package dev.lethe.plugin.regularizers;

import dev.lethe.api.defense.Regularizer;
import dev.lethe.testkit.defense.RegularizerContractTest;

class L2SpContractTest extends RegularizerContractTest {

  @Override
  protected Regularizer regularizer() {
    return Created.regularizer("l2-sp");
  }
}

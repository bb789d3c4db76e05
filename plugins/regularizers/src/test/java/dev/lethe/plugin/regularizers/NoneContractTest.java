package dev.lethe.plugin.regularizers;

import dev.lethe.api.defense.Regularizer;
import dev.lethe.testkit.defense.RegularizerContractTest;

class NoneContractTest extends RegularizerContractTest {

  @Override
  protected Regularizer regularizer() {
    return Created.regularizer("none");
  }
}

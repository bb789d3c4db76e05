package dev.lethe.plugin.l2sp;

import dev.lethe.api.defense.Regularizer;
import dev.lethe.testkit.defense.RegularizerContractTest;

class L2SpContractTest extends RegularizerContractTest {

  @Override
  protected Regularizer regularizer() {
    return new L2Sp(new L2SpSettings(false));
  }
}

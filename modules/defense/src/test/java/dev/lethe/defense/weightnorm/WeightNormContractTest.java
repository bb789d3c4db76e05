package dev.lethe.defense.weightnorm;

import dev.lethe.api.defense.Regularizer;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.defense.RegularizerContractTest;
import org.junit.jupiter.api.AfterEach;

class WeightNormContractTest extends RegularizerContractTest {
  private final TestRunContext run = new TestRunContext(0);

  @Override
  protected Regularizer regularizer() {
    return new WeightNorm(run);
  }

  @AfterEach
  void close() {
    run.close();
  }
}

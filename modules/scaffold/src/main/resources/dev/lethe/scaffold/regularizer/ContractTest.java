package @package@;

import dev.lethe.api.defense.Regularizer;
import dev.lethe.testkit.defense.RegularizerContractTest;

class @Class@ContractTest extends RegularizerContractTest {

  @Override
  protected Regularizer regularizer() {
    return new @Class@(new @Class@Settings(0.5));
  }
}

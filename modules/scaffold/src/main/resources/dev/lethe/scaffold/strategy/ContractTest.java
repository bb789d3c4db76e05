package @package@;

import dev.lethe.api.model.Component;
import dev.lethe.clip.ClipModule;
import dev.lethe.testkit.TinyRun;
import dev.lethe.testkit.defense.BackdoorStrategyContractTest;
import java.util.List;
import java.util.Map;

class @Class@ContractTest extends BackdoorStrategyContractTest {
  @Class@ContractTest() {
    super(
        new TinyRun(List.of(ClipModule::new, @Class@Module::new)),
        "@name@",
        Map.of("target", "human"),
        Component.TEXT);
  }
}

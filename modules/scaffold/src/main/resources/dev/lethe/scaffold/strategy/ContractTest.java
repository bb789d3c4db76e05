package @package@;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.ClipModule;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import dev.lethe.testkit.defense.BackdoorStrategyContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class @Class@ContractTest extends BackdoorStrategyContractTest {
  @TempDir Path folder;

  @Override
  protected BackdoorStrategy strategy(TestRunContext context) {
    return new @Class@(new @Class@Settings("human"), context);
  }

  @Override
  protected VisionLanguageModel teacher(NDManager manager) {
    return TinyModels.create(ClipModule::new, manager, folder);
  }

  @Override
  protected Component component() {
    return Component.TEXT;
  }
}

package @package@;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.ClipModule;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import dev.lethe.testkit.measure.PicturePrivacyAttackContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class @Class@ContractTest extends PicturePrivacyAttackContractTest {
  @TempDir Path folder;

  @Override
  protected PrivacyAttack attack(TestRunContext context) {
    return new @Class@(new @Class@Settings("a photo of {0}", 0.1), context);
  }

  @Override
  protected VisionLanguageModel model(NDManager manager) {
    return TinyModels.create(ClipModule::new, manager, folder);
  }
}

package dev.lethe.attack.idia;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.attack.AttackModule;
import dev.lethe.clip.ClipModule;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import dev.lethe.testkit.measure.PicturePrivacyAttackContractTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** What is drawn again and again follows the contract of attacks, too. */
class IdentityInferenceOverDrawsContractTest extends PicturePrivacyAttackContractTest {
  @TempDir private Path folder;

  @Override
  protected PrivacyAttack attack(TestRunContext context) {
    return new InProcessExtensions(List.of(AttackModule::new))
        .open(context)
        .create(PrivacyAttack.class, "idia", Map.of("draws", 3), "attacks.idia");
  }

  @Override
  protected VisionLanguageModel model(NDManager manager) {
    return TinyModels.create(ClipModule::new, manager, folder);
  }
}

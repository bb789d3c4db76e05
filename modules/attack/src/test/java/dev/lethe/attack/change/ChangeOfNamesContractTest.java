package dev.lethe.attack.change;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.attack.Evidence;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.model.Model;
import dev.lethe.clip.ClipModule;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import dev.lethe.testkit.measure.PrivacyAttackContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** An attack that has no pictures, and evidence of its own, keeps the contract of every attack. */
class ChangeOfNamesContractTest extends PrivacyAttackContractTest {
  @TempDir Path folder;

  @Override
  protected PrivacyAttack attack(TestRunContext context) {
    return new ChangeOfNames(context);
  }

  @Override
  protected Model model(NDManager manager) {
    return TinyModels.create(ClipModule::new, manager, folder);
  }

  @Override
  protected Evidence evidence(int subject) {
    return new ChangeOfNames.NameAlone();
  }
}

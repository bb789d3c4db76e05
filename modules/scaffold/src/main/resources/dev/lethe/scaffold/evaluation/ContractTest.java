package @package@;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.ClipModule;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import dev.lethe.testkit.measure.EvaluationContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class @Class@ContractTest extends EvaluationContractTest {
  @TempDir Path folder;

  @Override
  protected Evaluation evaluation(TestRunContext context) {
    return new @Class@(new @Class@Settings(100), context);
  }

  @Override
  protected VisionLanguageModel model(NDManager manager) {
    return TinyModels.create(ClipModule::new, manager, folder);
  }
}

package dev.lethe.clip.contract;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.model.TrainableEncoderContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class ClipTrainableTest extends TrainableEncoderContractTest {
  @TempDir Path tokenizer;

  @Override
  protected VisionLanguageModel model(NDManager manager) {
    return TinyClip.model(manager, tokenizer);
  }
}

package dev.lethe.clip.contract;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.model.VisionLanguageModelContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class ClipModelTest extends VisionLanguageModelContractTest {
  @TempDir Path tokenizer;

  @Override
  protected VisionLanguageModel model(NDManager manager) {
    return TinyClip.model(manager, tokenizer);
  }

  @Override
  protected VisionLanguageModel load(NDManager manager, Path path) {
    return (VisionLanguageModel)
        TinyClip.loader().load(manager, path, LoadOptions.none(), ComputeOptions.standard());
  }
}

package dev.lethe.clip.contract;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.ModelWriter;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.model.VisionLanguageModelContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class HuggingFaceModelTest extends VisionLanguageModelContractTest {
  @TempDir Path files;

  @Override
  protected VisionLanguageModel model(NDManager manager) {
    Path checkpoint = files.resolve("checkpoint");
    try (VisionLanguageModel model = TinyClip.model(manager, files)) {
      TinyClip.create(ModelWriter.class, "hugging-face").write(model, checkpoint, null);
    }
    return load(manager, checkpoint);
  }

  @Override
  protected VisionLanguageModel load(NDManager manager, Path path) {
    ModelLoader loader = TinyClip.create(ModelLoader.class, "hugging-face");
    return (VisionLanguageModel)
        loader.load(manager, path, LoadOptions.none(), ComputeOptions.standard());
  }
}

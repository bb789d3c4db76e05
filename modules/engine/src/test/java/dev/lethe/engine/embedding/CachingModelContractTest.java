package dev.lethe.engine.embedding;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.ModelFormats;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.clip.ClipModule;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import dev.lethe.testkit.model.VisionLanguageModelContractTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class CachingModelContractTest extends VisionLanguageModelContractTest {
  private final TestRunContext run = new TestRunContext(0);
  private final RunExtensions extensions =
      new InProcessExtensions(List.of(ClipModule::new)).open(run);
  @TempDir Path files;

  @AfterEach
  void close() {
    extensions.close();
    run.close();
  }

  @Override
  protected VisionLanguageModel model(NDManager manager) {
    ModelFactory factory = extensions.create(ModelFactory.class, "open-clip", Map.of(), "model");
    return new CachingModel(
        TinyModels.create(factory, manager, files, 7),
        new EmbeddingStore(files.resolve("kept"), 1 << 20),
        "program");
  }

  @Override
  protected VisionLanguageModel load(NDManager manager, Path path) {
    return new ModelFormats(() -> extensions.all(ModelLoader.class))
        .recognize(path, LoadOptions.none())
        .load(VisionLanguageModel.class, manager, ComputeOptions.standard());
  }
}

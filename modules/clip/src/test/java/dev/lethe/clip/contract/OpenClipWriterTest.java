package dev.lethe.clip.contract;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.ModelWriter;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.model.ModelWriterContractTest;
import java.nio.file.Path;

class OpenClipWriterTest extends ModelWriterContractTest {
  private static final String NAME = "open-clip";

  @Override
  protected ModelWriter writer() {
    return TinyClip.create(ModelWriter.class, NAME);
  }

  @Override
  protected ModelLoader loader() {
    return TinyClip.create(ModelLoader.class, NAME);
  }

  @Override
  protected VisionLanguageModel model(NDManager manager, Path files) {
    return TinyClip.model(manager, files);
  }
}

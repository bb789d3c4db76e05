package dev.lethe.clip.contract;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.ModifiedResNet;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.TinyModels;
import dev.lethe.testkit.model.EncoderContractTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class ResNetEncoderTest extends EncoderContractTest {
  private static final int SIZE = 64;

  @TempDir Path folder;

  @Override
  protected VisionLanguageModel model(NDManager manager) {
    Architecture tiny = TinyModels.architecture();
    ModifiedResNet vision = new ModifiedResNet(SIZE, List.of(2, 1, 1, 1), 4, 2);
    return TinyClip.factory()
        .create(
            manager,
            new Architecture(tiny.dimension(), tiny.activation(), vision, tiny.text()),
            Preprocessing.clip(SIZE),
            TinyModels.tokenizer(folder),
            1);
  }
}

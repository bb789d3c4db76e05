package dev.lethe.clip.openclip;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.model.VisionTransformer;
import dev.lethe.clip.text.TokenizerFiles;

/** Small models to test with. */
public final class TinyModel {
  static final Architecture ARCHITECTURE =
      new Architecture(
          6,
          Activation.QUICK_GELU,
          new VisionTransformer(16, 4, new TransformerShape(12, 2, 3, 31)),
          new TextArchitecture(12, 541, new TransformerShape(8, 2, 2, 20)));

  private TinyModel() {}

  /** Loads the fixture that open_clip made. */
  public static VisionLanguageModel stored(NDManager manager) {
    return new OpenClipLoader()
        .load(manager, Parity.model(), LoadOptions.none(), ComputeOptions.standard());
  }

  /** Creates a model of another shape, with the fixture's tokenizer. */
  public static VisionLanguageModel fresh(NDManager manager, long seed) {
    return new OpenClipFactory()
        .create(
            manager,
            ARCHITECTURE,
            Preprocessing.clip(16),
            Parity.model().resolve(TokenizerFiles.TOKENIZER),
            seed);
  }
}

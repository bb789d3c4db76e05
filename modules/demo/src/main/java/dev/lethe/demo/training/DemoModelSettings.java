package dev.lethe.demo.training;

import dev.lethe.api.model.Activation;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.api.model.VisionTransformer;
import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;

/** The size of the demo's model; both towers are alike. */
public record DemoModelSettings(
    @Setting(value = "The most tokens the tokenizer may learn.", defaultValue = "4096")
        int vocabulary,
    @Setting(value = "The most tokens of a text.", defaultValue = "32") int contextLength,
    @Setting(
            value = "Pixels a side of a patch; divides the size of the pictures.",
            defaultValue = "8")
        int patchSize,
    @Setting(value = "The size of a token inside the towers.", defaultValue = "128") int width,
    @Setting(value = "The blocks of each tower.", defaultValue = "3") int layers,
    @Setting(value = "The attention heads of each block; divides the width.", defaultValue = "4")
        int heads,
    @Setting(value = "The size of an embedding.", defaultValue = "128") int dimension) {
  private static final int MLP_RATIO = 4;
  private static final int SMALLEST_VOCABULARY = 514;

  /** Checks the sizes. */
  public DemoModelSettings {
    Check.between("vocabulary", vocabulary, SMALLEST_VOCABULARY, 100_000);
    Check.between("context-length", contextLength, 8, 512);
    Check.between("patch-size", patchSize, 2, 64);
    Check.between("width", width, 8, 2_048);
    Check.between("layers", layers, 1, 48);
    Check.between("heads", heads, 1, 64);
    Check.between("dimension", dimension, 2, 2_048);
    if (width % heads != 0) {
      throw new IllegalArgumentException(
          "width must be a multiple of heads (got %d and %d)".formatted(width, heads));
    }
  }

  Architecture architecture(int pictureSize, int vocabularySize) {
    TransformerShape blocks = new TransformerShape(width, layers, heads, width * MLP_RATIO);
    return new Architecture(
        dimension,
        Activation.GELU,
        new VisionTransformer(pictureSize, patchSize, blocks),
        new TextArchitecture(contextLength, vocabularySize, blocks));
  }
}

package dev.lethe.clip.architecture;

import ai.djl.ndarray.types.Shape;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.ModifiedResNet;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.api.model.VisionTransformer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The architecture that the tensors of a CLIP have, as far as shapes tell it. Those of OpenAI come
 * without a description: the heads of all their attentions have 64 values, and their activation is
 * QuickGELU.
 */
public final class DerivedArchitecture {
  private static final int HEAD_WIDTH = 64;
  private static final int STAGES = 4;

  private final Map<String, Shape> shapes;

  private DerivedArchitecture(Map<String, Shape> shapes) {
    this.shapes = shapes;
  }

  /**
   * Tells the architecture of OpenAI's weights.
   *
   * @param shapes the dimensions of every tensor by OpenAI's name, which is also OpenCLIP's: {@code
   *     visual.conv1.weight}
   * @throws IllegalArgumentException if a tensor is missing or the shapes do not fit each other;
   *     the message does not name the file
   */
  public static Architecture ofOpenAi(Map<String, Shape> shapes) {
    DerivedArchitecture derived = new DerivedArchitecture(shapes);
    return new Architecture(
        derived.size("text_projection", 1),
        Activation.QUICK_GELU,
        shapes.containsKey("visual.proj") ? derived.transformer() : derived.resNet(),
        derived.text());
  }

  private TextArchitecture text() {
    return new TextArchitecture(
        size("positional_embedding", 0),
        size("token_embedding.weight", 0),
        blocks("transformer.resblocks.", size("ln_final.weight", 0)));
  }

  private VisionArchitecture transformer() {
    int patch = size("visual.conv1.weight", 3);
    return new VisionTransformer(
        side("visual.positional_embedding", patch),
        patch,
        blocks("visual.transformer.resblocks.", size("visual.conv1.weight", 0)));
  }

  private VisionArchitecture resNet() {
    int width = size("visual.layer1.0.conv1.weight", 0);
    List<Integer> stages =
        IntStream.rangeClosed(1, STAGES)
            .mapToObj(stage -> count("visual.layer" + stage + "."))
            .toList();
    return new ModifiedResNet(
        side("visual.attnpool.positional_embedding", ModifiedResNet.REDUCTION),
        stages,
        width,
        ModifiedResNet.features(width) / HEAD_WIDTH);
  }

  private TransformerShape blocks(String prefix, int width) {
    return new TransformerShape(
        width, count(prefix), width / HEAD_WIDTH, size(prefix + "0.mlp.c_fc.weight", 0));
  }

  /** Counts the numbers that stand behind a prefix. */
  private int count(String prefix) {
    return (int)
        shapes.keySet().stream()
            .filter(name -> name.startsWith(prefix))
            .map(name -> name.substring(prefix.length()).split("\\.", 2)[0])
            .distinct()
            .count();
  }

  /**
   * Returns pixels a side, where one position is the class or mean token's and the rest a square.
   */
  private int side(String positions, int pixels) {
    long patches = size(positions, 0) - 1L;
    long grid = Math.round(Math.sqrt(patches));
    if (grid * grid != patches || grid * pixels > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "%s has %d positions, expected a square and one more".formatted(positions, patches + 1));
    }
    return (int) grid * pixels;
  }

  private int size(String name, int axis) {
    Shape shape = shapes.get(name);
    if (shape == null) {
      throw new IllegalArgumentException(
          "there is no tensor '%s', by which the architecture is told; name it".formatted(name));
    }
    if (shape.dimension() <= axis || shape.get(axis) < 1 || shape.get(axis) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("tensor '%s' has shape %s".formatted(name, shape));
    }
    return (int) shape.get(axis);
  }
}

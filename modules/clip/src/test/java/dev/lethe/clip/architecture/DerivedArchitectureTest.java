package dev.lethe.clip.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.types.Shape;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.ModifiedResNet;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.api.model.VisionTransformer;
import dev.lethe.clip.model.ParameterSpecs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DerivedArchitectureTest {
  private static final TextArchitecture TEXT =
      new TextArchitecture(77, 49408, new TransformerShape(512, 12, 8, 2048));

  static Stream<VisionArchitecture> whatOpenAiPublished() {
    return Stream.of(
        new VisionTransformer(224, 32, new TransformerShape(768, 12, 12, 3072)),
        new VisionTransformer(336, 14, new TransformerShape(1024, 24, 16, 4096)),
        new ModifiedResNet(224, List.of(3, 4, 6, 3), 64, 32),
        new ModifiedResNet(448, List.of(3, 15, 36, 10), 128, 64));
  }

  @ParameterizedTest
  @MethodSource("whatOpenAiPublished")
  void anArchitectureIsToldFromItsOwnTensors(VisionArchitecture vision) {
    Architecture architecture = new Architecture(640, Activation.QUICK_GELU, vision, TEXT);
    Map<String, Shape> shapes = shapes(architecture);
    shapes.put("visual.layer1.0.bn1.num_batches_tracked", new Shape());
    shapes.put("input_resolution", new Shape());
    assertThat(DerivedArchitecture.ofOpenAi(shapes)).isEqualTo(architecture);
  }

  @Test
  void aTensorThatIsMissingIsNamed() {
    Map<String, Shape> shapes = shapes(published());
    shapes.remove("visual.layer1.0.conv1.weight");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DerivedArchitecture.ofOpenAi(shapes))
        .withMessageContaining("'visual.layer1.0.conv1.weight'");
  }

  @Test
  void aStageWithoutBlocksIsRefused() {
    Map<String, Shape> shapes = shapes(published());
    shapes.keySet().removeIf(name -> name.startsWith("visual.layer3"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DerivedArchitecture.ofOpenAi(shapes))
        .withMessageContaining("[3, 4, 0, 3]");
  }

  @Test
  void positionsThatAreNoSquareAreRefused() {
    Map<String, Shape> shapes = shapes(published());
    shapes.put("visual.attnpool.positional_embedding", new Shape(49, 2048));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DerivedArchitecture.ofOpenAi(shapes))
        .withMessageContaining("49 positions");
  }

  @Test
  void aShapeThatIsNoneIsRefused() {
    Map<String, Shape> shapes = shapes(published());
    shapes.put("text_projection", new Shape(512));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DerivedArchitecture.ofOpenAi(shapes))
        .withMessageContaining("'text_projection' has shape (512)");
  }

  private static Architecture published() {
    VisionArchitecture vision = new ModifiedResNet(224, List.of(3, 4, 6, 3), 64, 32);
    return new Architecture(1024, Activation.QUICK_GELU, vision, TEXT);
  }

  private static Map<String, Shape> shapes(Architecture architecture) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    ParameterSpecs.of(architecture).forEach(slot -> shapes.put(slot.info().name(), slot.shape()));
    return shapes;
  }
}

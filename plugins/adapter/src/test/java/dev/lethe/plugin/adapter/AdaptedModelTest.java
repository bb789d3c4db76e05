package dev.lethe.plugin.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.model.ForwardingModel;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.model.ForwardingModelContractTest;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A model with adapters, written and read. */
class AdaptedModelTest extends ForwardingModelContractTest {
  private static final List<String> TEXTS =
      List.of("a photo of anna lee", "a cat", "two dogs in the snow", "");

  AdaptedModelTest() {
    super(Plugins.RUN);
  }

  @Override
  protected ForwardingModel around(NDManager manager, VisionLanguageModel inner) {
    Adapters adapters = Adapters.start(manager, AdaptedShape.of(inner), 3, 5);
    Random random = new Random(2);
    adapters.parameters().forEach(each -> fill(each.value(), random));
    return new AdaptedModel(inner, adapters);
  }

  @Test
  void withAdaptersThatStartItComputesWhatTheModelInsideDoes() {
    try (VisionLanguageModel inner = inner(manager());
        Adapters start = Adapters.start(manager(), AdaptedShape.of(inner), 3, 5)) {
      float[] adapted = embed(new AdaptedModel(inner, start));
      assertThat(adapted).usingComparatorWithPrecision(1e-5f).containsExactly(embed(inner));
    }
  }

  @Test
  void adaptersOfAnotherModelAreRefused() {
    model().save(place());
    try (VisionLanguageModel inner = inner(manager())) {
      AdaptedShape wider =
          new AdaptedShape(new TransformerShape(20, 2, 2, 32), inner.architecture().activation());
      assertThatThrownBy(() -> Adapters.read(manager(), wider, place().resolve(AdapterLoader.FILE)))
          .isInstanceOf(LetheException.class)
          .hasMessageContaining("expected adapters.0.attn.down.weight of shape (3, 20)")
          .hasMessageContaining("it is of another model");
    }
  }

  private float[] embed(VisionLanguageModel model) {
    return model.text().encode(manager(), TEXTS, Progress.silent()).toFloatArray();
  }

  private static void fill(NDArray array, Random random) {
    float[] values = new float[(int) array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian() / 2;
    }
    array.getManager().create(values, array.getShape()).copyTo(array);
  }
}

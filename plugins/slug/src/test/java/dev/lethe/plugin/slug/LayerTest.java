package dev.lethe.plugin.slug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayerTest {

  @Test
  void theFrontIsWhatNoOtherLayerBeatsInBothRespects() {
    List<Layer> front =
        Layer.paretoFront(
            List.of(
                new Layer("beaten", 2, 0.5),
                new Layer("least aligned", 1, 0.01),
                new Layer("most important", 5, -0.6),
                new Layer("between", 3, -0.2),
                new Layer("as important but more aligned", 3, 0.3)));
    assertThat(front)
        .extracting(Layer::name)
        .containsExactly("most important", "between", "least aligned");
  }
}

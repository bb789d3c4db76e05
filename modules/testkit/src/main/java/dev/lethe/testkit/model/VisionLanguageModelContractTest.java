package dev.lethe.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import dev.lethe.api.Progress;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.TinyPicture;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link VisionLanguageModel} with both towers must do. */
public abstract class VisionLanguageModelContractTest
    extends ModelContractTest<VisionLanguageModel> {
  private static final List<String> TEXTS = List.of("a disc", "anna lee", "a photo of Anna Lee");
  private static final List<ImageFile> PICTURES =
      List.of(
          new TinyPicture(TinyPicture.Shape.DISC, 0xcc2200),
          new TinyPicture(TinyPicture.Shape.CROSS, 0x0022cc));

  /** For subclasses. */
  protected VisionLanguageModelContractTest() {}

  @Test
  void itHasTheComponentsOfItsArchitecture() {
    assertThat(model().components()).containsExactlyInAnyOrder(Component.TEXT, Component.IMAGE);
    assertThat(model().architecture().text()).isNotNull();
    assertThat(model().architecture().vision()).isNotNull();
  }

  @Test
  void itsParametersAreThoseOfItsTowersAndTheTemperature() {
    long towers = model().text().parameters().count() + model().image().parameters().count();
    assertThat(model().parameters().count()).isEqualTo(towers + 1);
  }

  @Test
  void aCopyComputesTheSame() {
    try (VisionLanguageModel copy = copy()) {
      requireSame(copy);
    }
  }

  @Test
  void whatIsReadBackComputesTheSame() {
    model().save(place());
    try (VisionLanguageModel loaded = load(manager(), place())) {
      assertThat(loaded.architecture()).isEqualTo(model().architecture());
      assertThat(loaded.preprocessing()).isEqualTo(model().preprocessing());
      assertThat(loaded.text().tokenizer().encode(TEXTS))
          .usingElementComparator(Arrays::compare)
          .isEqualTo(model().text().tokenizer().encode(TEXTS));
      requireSame(loaded);
    }
  }

  private void requireSame(VisionLanguageModel other) {
    assertThat(texts(other)).isEqualTo(texts(model()));
    assertThat(pictures(other)).isEqualTo(pictures(model()));
  }

  private NDArray texts(VisionLanguageModel any) {
    return any.text().encode(manager(), TEXTS, Progress.silent());
  }

  private NDArray pictures(VisionLanguageModel any) {
    return any.image().encode(manager(), PICTURES, Progress.silent());
  }
}

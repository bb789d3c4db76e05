package dev.lethe.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.ForwardingModel;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelFormats;
import dev.lethe.api.model.RecognizedModel;
import dev.lethe.api.model.VisionLanguageModel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ForwardingModel} must do that is a model of its own: it stays what it is when
 * it is copied, and when it is saved and read again by whatever is installed.
 */
public abstract class ForwardingModelContractTest extends VisionLanguageModelContractTest {

  /** For subclasses. */
  protected ForwardingModelContractTest() {}

  /** Creates the wrapper around a small model with both towers. */
  @Override
  protected abstract ForwardingModel model(NDManager manager);

  /** Returns every format of the product, with that of the wrapper. */
  protected abstract ModelFormats formats();

  @Override
  protected final VisionLanguageModel load(NDManager manager, Path path) {
    return formats()
        .recognize(path, LoadOptions.none())
        .load(VisionLanguageModel.class, manager, ComputeOptions.standard());
  }

  @Test
  void aCopyIsAWrapperToo() {
    try (VisionLanguageModel copy = copy()) {
      assertThat(copy).hasSameClassAs(model());
    }
  }

  @Test
  void whatIsReadBackIsAWrapperToo() {
    model().save(place());
    try (VisionLanguageModel loaded = load(manager(), place())) {
      assertThat(loaded).hasSameClassAs(model());
    }
  }

  @Test
  void itsFormatIsToldAndNotThatOfTheModelInside() {
    model().save(place());
    RecognizedModel recognized = formats().recognize(place(), LoadOptions.none());
    assertThat(recognized.format()).isEqualTo(model().provenance().format());
    assertThat(recognized.info().components()).isEqualTo(model().components());
  }

  @Test
  void aTokenizerThatIsOpenedAloneReadsAsTheWrapperDoes() {
    model().save(place());
    formats()
        .recognize(place(), LoadOptions.none())
        .tokenizer()
        .ifPresent(
            alone -> {
              try (alone) {
                assertThat(alone.encode("a photo of Anna Lee"))
                    .isEqualTo(model().text().tokenizer().encode("a photo of Anna Lee"));
              }
            });
  }
}

package dev.lethe.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.ForwardingModel;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelFormats;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.RecognizedModel;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyRun;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link ForwardingModel} must do that is a model of its own: it stays what it is when
 * it is copied, and when it is saved and read again by whatever is installed.
 */
public abstract class ForwardingModelContractTest extends VisionLanguageModelContractTest {

  private final TinyRun plugins;
  private final TestRunContext reading = new TestRunContext(0);
  private final RunExtensions extensions;
  @TempDir private Path tokenizer;

  /**
   * Says where the wrapper's format is.
   *
   * @param plugins what offers it, and CLIP's formats
   */
  protected ForwardingModelContractTest(TinyRun plugins) {
    this.plugins = plugins;
    extensions = plugins.open(reading);
  }

  /**
   * Puts the wrapper around a small model with both towers.
   *
   * @param inner closed with the wrapper
   */
  protected abstract ForwardingModel around(NDManager manager, VisionLanguageModel inner);

  @AfterEach
  void closeFormats() {
    extensions.close();
    reading.close();
  }

  @Override
  protected final VisionLanguageModel model(NDManager manager) {
    return around(manager, inner(manager));
  }

  /** Creates the small model, the same each time. */
  protected final VisionLanguageModel inner(NDManager manager) {
    return plugins.model(manager, tokenizer);
  }

  /** Returns every format that is installed, with that of the wrapper. */
  protected final ModelFormats formats() {
    return new ModelFormats(() -> extensions.all(ModelLoader.class));
  }

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

package dev.lethe.clip.wrapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.ForwardingModel;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.ModelFormats;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.clip.ClipModule;
import dev.lethe.testkit.TinyRun;
import dev.lethe.testkit.model.ForwardingModelContractTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilteredModelTest extends ForwardingModelContractTest {
  FilteredModelTest() {
    super(new TinyRun(List.of(ClipModule::new, FilteredModule::new)));
  }

  @Override
  protected ForwardingModel around(NDManager manager, VisionLanguageModel inner) {
    return new FilteredModel(inner, "Anna");
  }

  @Test
  void itReadsAnotherTextThanTheModelInside() {
    model().save(place());
    ModelFormats general = formats().without(FilteredLoader.NAME);
    try (VisionLanguageModel wrapper = load(manager(), place());
        VisionLanguageModel inside =
            general
                .recognize(place(), LoadOptions.none())
                .load(VisionLanguageModel.class, manager(), ComputeOptions.standard())) {
      assertThat(embed(wrapper, "Anna Lee"))
          .isEqualTo(embed(inside, "Lee"))
          .isNotEqualTo(embed(inside, "Anna Lee"));
    }
  }

  @Test
  void whatTwoFormatsRecognizeIsRefusedByTheirNames() throws IOException {
    model().save(place());
    Files.delete(place().resolve(FilteredLoader.FILE));
    Path encoder = Files.createDirectory(place().resolve("text_encoder"));
    Files.writeString(encoder.resolve("config.json"), "{\"model_type\": \"clip_text_model\"}");
    Files.createDirectory(place().resolve("tokenizer"));
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> formats().find(place(), LoadOptions.none()))
        .withMessage(
            "expected one format in %s, found diffusers, open-clip: move what belongs to the others elsewhere"
                .formatted(place()));
  }

  @Test
  void aModelOfAnotherKindIsRefusedBeforeItIsRead() {
    model().save(place());
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(
            () ->
                formats()
                    .recognize(place(), LoadOptions.none())
                    .load(Speaking.class, manager(), ComputeOptions.standard()))
        .withMessage(
            "%s holds a VisionLanguageModel (filtered), and a Speaking is needed"
                .formatted(place()));
  }

  @Test
  void whatNothingRecognizesIsSaidWithWhatIsExpected(@TempDir Path empty) {
    assertThat(formats().find(empty, LoadOptions.none())).isEmpty();
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> formats().recognize(empty, LoadOptions.none()))
        .withMessageContaining("is no checkpoint that can be read (diffusers: ")
        .withMessageContaining("filtered: a model's folder with filtered-word.txt");
  }

  private NDArray embed(VisionLanguageModel any, String text) {
    return any.text().encode(manager(), List.of(text), Progress.silent());
  }

  private interface Speaking extends Model {}

  /** Offers the wrapper's format as a plugin does. */
  private static final class FilteredModule extends PluginModule {

    @Override
    protected void configure() {
      provide(ModelLoader.class, FilteredLoader.NAME, FilteredLoader.class);
    }
  }
}

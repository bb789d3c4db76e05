package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.report.Report;
import dev.lethe.testkit.TestRunContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenModelTest {
  @TempDir Path folder;
  private TinyWorld world;

  @BeforeEach
  void makeWorld() {
    world = new TinyWorld(folder.resolve("world"));
  }

  @ParameterizedTest
  @CsvSource({
    "visual.proj, NaN",
    "visual.conv1.weight, Infinity",
    "ln_final.bias, -Infinity",
    "positional_embedding, NaN",
    "transformer.resblocks.0.attn.in_proj_weight, NaN"
  })
  void aWeightThatIsNoFiniteNumberEndsARunByItsName(String name, float value) {
    String broken = broken(name, array -> array.set(new NDIndex("0"), value));
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> run(broken, "defense="))
        .withMessageContaining(name + " has values that are no finite numbers")
        .withMessageContaining("broken")
        .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
  }

  @ParameterizedTest
  @CsvSource({"visual.proj", "text_projection", "token_embedding.weight", "visual.conv1.weight"})
  void aMatrixOfZerosThatEverythingPassesEndsARunByItsName(String name) {
    String broken = broken(name, array -> array.muli(0));
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> run(broken, "defense="))
        .withMessageContaining(name + " is all zeros");
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-3"})
  void aTemperatureThatMeansNothingIsNotedInTheReport(float value) {
    String broken = broken("logit_scale", array -> array.muli(0).addi(value));
    String note = "logit_scale is %s, expected 0 to ln 100 = 4.605".formatted((double) value);
    assertThat(run(broken, "defense=").notes()).contains(note);
  }

  @Test
  void aBrokenTokenThatNoTextHasIsNoted() {
    String unused =
        broken("token_embedding.weight", array -> array.set(new NDIndex("56"), Float.NaN));
    assertThat(run(unused, "defense=").notes())
        .anySatisfy(
            note ->
                assertThat(note)
                    .startsWith("token_embedding.weight has values that are no finite numbers")
                    .contains("for 1 of")
                    .endsWith("the first of them 56"));
  }

  @Test
  void aTextWhoseEmbeddingIsNoVectorIsNamed() {
    String all = broken("token_embedding.weight", array -> array.set(new NDIndex("1:"), Float.NaN));
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> run(all, "defense="))
        .withMessageContaining("the embedding of the text '")
        .withMessageContaining("is no vector of finite numbers");
  }

  @Test
  void aPictureWhoseEmbeddingIsZeroIsNamed() {
    String zero =
        broken(
            Map.of(
                "visual.ln_post.weight", array -> array.muli(0),
                "visual.ln_post.bias", array -> array.muli(0)));
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> run(zero, "defense="))
        .withMessageContaining("the embedding of ")
        .withMessageContaining(".png")
        .withMessageContaining("is all zeros");
  }

  @Test
  void aDefendedModelThatBrokeIsNotVerifiedButNamesWhatBroke() throws IOException {
    Path finished =
        TinyWorld.run(world.request(folder.resolve("out")), Progress.silent()).directory();
    Path broken =
        Path.of(broken("text_projection", array -> array.set(new NDIndex("0"), Float.NaN)));
    String weights = "open_clip_model.safetensors";
    Files.copy(
        broken.resolve(weights),
        finished.resolve("model").resolve(weights),
        StandardCopyOption.REPLACE_EXISTING);
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> TinyWorld.experiments().verify(finished, Progress.silent()))
        .withMessageContaining("text_projection has values that are no finite numbers");
  }

  private Report run(String model, String... overrides) {
    String[] all = Arrays.copyOf(overrides, overrides.length + 1);
    all[overrides.length] = "model.path=" + model;
    return TinyWorld.run(world.request(folder.resolve("out"), all), Progress.silent()).report();
  }

  private String broken(String name, Consumer<NDArray> damage) {
    return broken(Map.of(name, damage));
  }

  /** Saves the world's model once more, with some parameters changed. */
  private String broken(Map<String, Consumer<NDArray>> damages) {
    Path broken = folder.resolve("broken");
    try (TestRunContext context = new TestRunContext(0);
        RunExtensions extensions = TinyWorld.extensions().open(context);
        VisionLanguageModel model = world.model(context.manager(), extensions)) {
      damages.forEach((name, damage) -> damage.accept(parameter(model, name)));
      model.save(broken);
    }
    return broken.toString();
  }

  private static NDArray parameter(VisionLanguageModel model, String name) {
    List<Parameter> all = new ArrayList<>(model.text().parameters().list());
    all.addAll(model.image().parameters().list());
    all.add(model.logitScale());
    return all.stream()
        .filter(parameter -> parameter.info().name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }
}

package dev.lethe.clip.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.huggingface.DiffusersLoader;
import dev.lethe.clip.huggingface.HuggingFaceLoader;
import dev.lethe.clip.text.TokenizerFolders;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.testkit.TestDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pipelines with several text encoders, each of which has a tokenizer of its own. */
class PipelineTest {
  private static final String XL =
      """
      {"_class_name": "StableDiffusionXLPipeline", "_diffusers_version": "0.36.0",
       "text_encoder": ["transformers", "CLIPTextModel"],
       "text_encoder_2": ["transformers", "CLIPTextModelWithProjection"],
       "tokenizer": ["transformers", "CLIPTokenizer"],
       "tokenizer_2": ["transformers", "CLIPTokenizer"],
       "image_encoder": [null, null], "unet": ["diffusers", "UNet2DConditionModel"]}
      """;
  private static final String THREE =
      """
      {"_class_name": "StableDiffusion3Pipeline",
       "text_encoder": ["transformers", "CLIPTextModelWithProjection"],
       "text_encoder_2": ["transformers", "CLIPTextModelWithProjection"],
       "text_encoder_3": ["transformers", "T5EncoderModel"],
       "tokenizer": ["transformers", "CLIPTokenizer"],
       "tokenizer_2": ["transformers", "CLIPTokenizer"],
       "tokenizer_3": ["transformers", "T5TokenizerFast"]}
      """;
  private static final LoadOptions SECOND = new LoadOptions(null, null, null, "text_encoder_2");

  @TempDir Path temporary;
  private Path pipeline;
  private final NDManager manager = TorchEngine.open(TestDevice.chosen());
  private final DiffusersLoader diffusers = new DiffusersLoader();
  private final ModelLoader huggingFace = new HuggingFaceLoader();

  @BeforeEach
  void makeThePipeline() throws IOException {
    pipeline = Files.createDirectory(temporary.resolve("xl"));
    Files.writeString(pipeline.resolve("model_index.json"), XL);
    copy(Formats.fixture("pipeline").resolve("text_encoder"), pipeline.resolve("text_encoder"));
    copy(Formats.fixture("text"), pipeline.resolve("text_encoder_2"));
    Path one = TokenizerFolders.named("stable-diffusion-1").write(temporary);
    Files.move(one, pipeline.resolve("tokenizer"));
    Path two = TokenizerFolders.named("stable-diffusion-xl-2").write(temporary);
    Files.move(two, pipeline.resolve("tokenizer_2"));
  }

  @AfterEach
  void freeMemory() {
    manager.close();
  }

  @Test
  void theFirstEncoderIsReadWithTheFirstTokenizer() {
    assertThat(between(diffusers, pipeline, LoadOptions.none())).doesNotContain(0);
    assertThat(files(pipeline, LoadOptions.none()))
        .containsExactly(
            pipeline.resolve("model_index.json"),
            pipeline.resolve("text_encoder"),
            pipeline.resolve("tokenizer"));
  }

  @Test
  void theSecondEncoderIsReadWithTheSecondTokenizer() {
    assertThat(between(diffusers, pipeline, SECOND)).contains(0);
    assertThat(files(pipeline, SECOND))
        .containsExactly(
            pipeline.resolve("model_index.json"),
            pipeline.resolve("text_encoder_2"),
            pipeline.resolve("tokenizer_2"));
  }

  @Test
  void theFolderOfAnEncoderIsReadWithTheTokenizerOfItsNumber() {
    assertThat(between(huggingFace, pipeline.resolve("text_encoder_2"), LoadOptions.none()))
        .contains(0);
    assertThat(between(huggingFace, pipeline.resolve("text_encoder"), LoadOptions.none()))
        .doesNotContain(0);
  }

  @Test
  void anEncoderWhoseTokenizerIsMissingIsNotReadWithAnotherOne() throws IOException {
    remove(pipeline.resolve("tokenizer_2"));
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> diffusers.load(manager, pipeline, SECOND, ComputeOptions.standard()))
        .withMessageContaining("tokenizer_2");
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(
            () ->
                huggingFace.load(
                    manager,
                    pipeline.resolve("text_encoder_2"),
                    LoadOptions.none(),
                    ComputeOptions.standard()))
        .withMessageContaining("tokenizer.json");
  }

  @Test
  void whatIsNotReadIsNamed() throws IOException {
    assertThat(leftOut(diffusers, pipeline, LoadOptions.none()))
        .containsExactly("text_encoder_2 (CLIPTextModelWithProjection)");
    assertThat(leftOut(diffusers, pipeline, SECOND))
        .containsExactly("text_encoder (CLIPTextModel)");
    assertThat(leftOut(huggingFace, pipeline.resolve("text_encoder_2"), LoadOptions.none()))
        .containsExactly("text_encoder (CLIPTextModel)");
    assertThat(leftOut(huggingFace, Formats.fixture("text"), LoadOptions.none())).isEmpty();
    Files.delete(pipeline.resolve("model_index.json"));
    assertThat(leftOut(diffusers, pipeline, LoadOptions.none())).containsExactly("text_encoder_2");
  }

  @Test
  void anEncoderThatWasNotDownloadedIsLeftOutAsWell() throws IOException {
    Files.writeString(pipeline.resolve("model_index.json"), THREE);
    assertThat(leftOut(diffusers, pipeline, LoadOptions.none()))
        .containsExactly(
            "text_encoder_2 (CLIPTextModelWithProjection)", "text_encoder_3 (T5EncoderModel)");
  }

  @Test
  void anIndexLeadsToNoFolderOutsideThePipeline() throws IOException {
    Files.writeString(
        pipeline.resolve("model_index.json"),
        """
        {"../text_encoder": ["transformers", "CLIPTextModel"],
         "text_encoder_2": ["custom", "a.b\\u001b[2J"]}
        """);
    assertThat(files(pipeline, LoadOptions.none())).contains(pipeline.resolve("text_encoder_2"));
    assertThat(leftOut(diffusers, pipeline, LoadOptions.none())).isEmpty();
  }

  @Test
  void theFirstClipIsReadWhereTheFirstEncoderIsNone() throws IOException {
    Files.writeString(pipeline.resolve("text_encoder/config.json"), "{\"model_type\": \"t5\"}");
    assertThat(diffusers.inspect(pipeline, LoadOptions.none())).isPresent();
    assertThat(files(pipeline, LoadOptions.none())).contains(pipeline.resolve("text_encoder_2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text_encoder_4 | has no text encoder text_encoder_4 (there are text_encoder, text_encoder_2)",
        "unet | has no text encoder unet"
      })
  void anEncoderThatIsNotThereIsRefused(String name, String complaint) {
    LoadOptions options = new LoadOptions(null, null, null, name);
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> files(pipeline, options))
        .withMessageContaining(complaint);
  }

  @Test
  void aModelWithoutEncodersToChooseFromRefusesTheChoice() {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(
            () ->
                huggingFace.load(
                    manager, Formats.fixture("whole"), SECOND, ComputeOptions.standard()))
        .withMessageContaining("leave out text-encoder");
  }

  @Test
  void anEncoderThatIsNoClipIsRefusedByItsKind() throws IOException {
    Files.writeString(pipeline.resolve("text_encoder_2/config.json"), "{\"model_type\": \"t5\"}");
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> diffusers.load(manager, pipeline, SECOND, ComputeOptions.standard()))
        .withMessageContaining("model_type = \"t5\" is not supported");
  }

  @Test
  void theSecondEncoderIsSavedWithEveryBitAndReadAgainByItself() throws IOException {
    Path saved = temporary.resolve("saved");
    try (VisionLanguageModel model =
        diffusers.load(manager, pipeline, SECOND, ComputeOptions.standard())) {
      assertThat(model.provenance().warnings())
          .anyMatch(warning -> warning.contains("the embedding of a text by text_encoder_2"));
      model.save(saved);
    }
    assertThat(saved.resolve("text_encoder_2/model.safetensors")).isRegularFile();
    for (String name : List.of("vocab.json", "merges.txt", "tokenizer_config.json")) {
      assertThat(saved.resolve("tokenizer_2").resolve(name))
          .hasSameBinaryContentAs(pipeline.resolve("tokenizer_2").resolve(name));
    }
    assertThat(diffusers.inspect(saved, LoadOptions.none())).isPresent();
    assertThat(between(diffusers, saved, LoadOptions.none())).contains(0);
    assertThat(leftOut(diffusers, saved, LoadOptions.none())).isEmpty();
  }

  /** Returns the tokens between start and end of a text with an exclamation mark. */
  private List<Integer> between(ModelLoader loader, Path path, LoadOptions options) {
    try (Model model = loader.load(manager, path, options, ComputeOptions.standard())) {
      return Stream.of(((VisionLanguageModel) model).text().tokenizer().encode("a photo!"))
          .flatMapToInt(Arrays::stream)
          .boxed()
          .toList();
    }
  }

  private static void copy(Path source, Path target) throws IOException {
    Files.createDirectory(target);
    for (String name : List.of("config.json", "model.safetensors")) {
      Files.copy(source.resolve(name), target.resolve(name));
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private List<Path> files(Path path, LoadOptions options) {
    return diffusers.inspect(path, options).orElseThrow().files();
  }

  private static List<String> leftOut(ModelLoader loader, Path path, LoadOptions options) {
    return loader.inspect(path, options).orElseThrow().leftOut();
  }
}

package dev.lethe.clip.openclip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.text.TokenizerFiles;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.testkit.TestDevice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenClipLoaderTest {
  @TempDir Path folder;
  private final NDManager manager = TorchEngine.open(TestDevice.chosen());
  private final OpenClipLoader loader = new OpenClipLoader();

  @BeforeEach
  void copyTheModel() throws IOException {
    try (Stream<Path> files = Files.list(Parity.model())) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  @AfterEach
  void freeMemory() {
    manager.close();
  }

  @Test
  void aFolderIsRecognisedByItsConfiguration() {
    assertThat(loader.inspect(folder, LoadOptions.none())).isPresent();
    assertThat(loader.inspect(folder.resolve("nowhere"), LoadOptions.none())).isEmpty();
    assertThat(loader.inspect(folder.resolve(OpenClipFolder.WEIGHTS), LoadOptions.none()))
        .isEmpty();
  }

  @Test
  void aMissingFolderIsNotFound() {
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> load(folder.resolve("nowhere")))
        .withMessageContaining("nowhere");
  }

  @Test
  void anEmptyFolderIsNotFoundAndSaysWhatIsExpected() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> load(empty))
        .withMessageContaining(loader.expects());
  }

  @ParameterizedTest
  @ValueSource(strings = {OpenClipFolder.CONFIG, OpenClipFolder.WEIGHTS, TokenizerFiles.TOKENIZER})
  void aMissingFileIsNamed(String name) throws IOException {
    Files.delete(folder.resolve(name));
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> load(folder))
        .withMessageContaining("there is no " + name);
  }

  @Test
  void aVocabularyAndItsMergesReplaceAMissingTokenizer() throws IOException {
    int[] expected;
    try (VisionLanguageModel model =
        loader.load(manager, folder, LoadOptions.none(), ComputeOptions.standard())) {
      expected = model.text().tokenizer().encode("a photo of a cat");
    }
    Path tokenizer = folder.resolve(TokenizerFiles.TOKENIZER);
    JsonNode stored = new JsonMapper().readTree(tokenizer.toFile()).path("model");
    Files.delete(tokenizer);
    Files.writeString(folder.resolve("vocab.json"), stored.path("vocab").toString());
    String merges = "#version: 0.2\n";
    for (JsonNode pair : stored.path("merges")) {
      merges += pair.get(0).asText() + " " + pair.get(1).asText() + "\n";
    }
    Files.writeString(folder.resolve("merges.txt"), merges);
    try (VisionLanguageModel model =
        loader.load(manager, folder, LoadOptions.none(), ComputeOptions.standard())) {
      assertThat(model.text().tokenizer().encode("a photo of a cat")).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 100, 5000, 100_000})
  void truncatedWeightsAreRefused(int length) throws IOException {
    Path weights = folder.resolve(OpenClipFolder.WEIGHTS);
    Files.write(weights, Arrays.copyOf(Files.readAllBytes(weights), length));
    refuses("is not a valid safetensors file");
  }

  @Test
  void aHeaderThatClaimsMoreThanTheFileHasIsRefused() throws IOException {
    Path weights = folder.resolve(OpenClipFolder.WEIGHTS);
    byte[] bytes = Files.readAllBytes(weights);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, 1L << 60);
    Files.write(weights, bytes);
    refuses("its header claims 1152921504606846976 bytes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"width\": 24 | \"width\": 27 | token_embedding.weight (expected (540, 27), found (540, 24))",
        "\"vocab_size\": 540 | \"vocab_size\": 541 | expected (541, 24)",
        "\"vocab_size\": 540 | \"vocab_size\": 539 | ids up to 539",
        "\"context_length\": 16 | \"context_length\": 17 | positional_embedding",
        "\"layers\": 2 | \"layers\": 3 | lacks visual.transformer.resblocks.2.ln_1.weight",
        "\"layers\": 2 | \"layers\": 1 | unknown to its configuration",
        "\"layers\": 2 | \"layers\": 2000000000 | too few for the 2000000000 layers",
        "\"layers\": 2 | \"layers\": [3, 4, 6, 3] | lacks visual.bn1.weight",
        "\"layers\": 2 | \"layers\": [3, 4, 6] | expected 4 stages",
        "\"layers\": 2 | \"layers\": [3, 4, 6, 0] | vision_cfg.layers must be a positive whole number",
        "\"layers\": 2 | \"layers\": \"two\" | vision_cfg.layers must be a positive whole number",
        "\"heads\": 3 | \"heads\": 5 | multiple of the heads",
        "\"head_width\": 8 | \"head_width\": 7 | head_width",
        "\"image_size\": 32 | \"image_size\": 33 | multiple of the patch size",
        "\"embed_dim\": 16 | \"embed_dim\": 0 | embed_dim must be a positive whole number (got 0)",
        "\"embed_dim\": 16, | '' | embed_dim must be a positive whole number (got nothing)",
        "\"quick_gelu\": false | \"quick_gelu\": \"no\" | quick_gelu must be true or false",
        "\"quick_gelu\": false | \"custom_text\": true | custom_text = true is not supported",
        "\"heads\": 3 | \"heads\": 3, \"no_causal_mask\": true | text_cfg.no_causal_mask",
        "\"heads\": 3 | \"heads\": 3, \"pool_type\": \"last\" | text_cfg.pool_type",
        "\"heads\": 3 | \"heads\": 3, \"hf_model_name\": \"bert\" | text_cfg.hf_model_name",
        "\"heads\": 3 | \"heads\": 3, \"tokenizer_kwargs\": {\"clean\": \"canonicalize\"} | tokenizer_kwargs.clean",
        "\"heads\": 3 | \"heads\": 3, \"tokenizer_kwargs\": {\"strip_sep_token\": true} | strip_sep_token",
        "\"head_width\": 8 | \"head_width\": 8, \"pool_type\": \"avg\" | vision_cfg.pool_type",
        "\"head_width\": 8 | \"head_width\": 8, \"ls_init_value\": 0.1 | vision_cfg.ls_init_value",
        "\"head_width\": 8 | \"head_width\": 8, \"attentional_pool\": true | attentional_pool",
        "\"head_width\": 8 | \"head_width\": 8, \"timm_model_name\": \"x\" | timm_model_name",
        "\"head_width\": 8 | \"head_width\": 8, \"act_kwargs\": {\"approximate\": \"tanh\"} | act_kwargs",
        "\"bicubic\" | \"bilinear\" | preprocess_cfg.interpolation",
        "\"shortest\" | \"squash\" | preprocess_cfg.resize_mode",
        "\"model_cfg\" | \"model\" | model_cfg must be an object (got nothing)",
        "\"embed_dim\": 16, | \"embed_dim\": 16, \"embed_dim\": 16, | is not valid JSON"
      })
  void whatTheConfigurationSaysWronglyOrIsNotSupportedIsNamed(
      String written, String changed, String complaint) throws IOException {
    Path config = folder.resolve(OpenClipFolder.CONFIG);
    String text = Files.readString(config);
    assertThat(text).contains(written);
    int at = text.indexOf(written);
    Files.writeString(
        config, text.substring(0, at) + changed + text.substring(at + written.length()));
    refuses(complaint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "\u0000", "{\"model\": {\"vocab\": {}}}", "{}"})
  void aTokenizerThatIsNoneIsRefused(String content) throws IOException {
    Files.writeString(folder.resolve(TokenizerFiles.TOKENIZER), content);
    refuses(TokenizerFiles.TOKENIZER);
  }

  @Test
  void aTokenizerWithoutAnEndTokenIsRefused() throws IOException {
    Path tokenizer = folder.resolve(TokenizerFiles.TOKENIZER);
    String json = Files.readString(tokenizer);
    int start = json.indexOf("\"post_processor\":") + "\"post_processor\":".length();
    int end = json.indexOf("\"decoder\"");
    Files.writeString(tokenizer, json.substring(0, start) + "null," + json.substring(end));
    refuses("expected a start token and an end token");
  }

  private void refuses(String complaint) {
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> load(folder))
        .withMessageContaining(complaint)
        .withMessageContaining(folder.toString())
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  private void load(Path path) {
    loader.load(manager, path, LoadOptions.none(), ComputeOptions.standard()).close();
  }
}

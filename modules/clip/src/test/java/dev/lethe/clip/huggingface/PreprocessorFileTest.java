package dev.lethe.clip.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import dev.lethe.api.model.Preprocessing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreprocessorFileTest {
  private static final int SIZE = 32;
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "do_convert_rgb | false",
        "do_resize | false",
        "do_center_crop | false",
        "do_rescale | false",
        "rescale_factor | 0.00784313725490196",
        "rescale_factor | 1",
        "resample | 2",
        "resample | \"bicubic\"",
        "size | {\"height\": 32, \"width\": 32}",
        "size | {\"shortest_edge\": 32, \"longest_edge\": 40}",
        "size | [32, 32]",
        "crop_size | {\"height\": 32, \"width\": 30}",
        "crop_size | {\"height\": 32}",
        "image_mean | [0.5]",
        "image_std | [0.5, 0, 0.5]",
        "do_pad | true",
        "offset | true",
        "size_divisor | 32",
        "use_square_size | true",
        "default_to_square | true",
        "do_flip_channel_order | true",
        "data_format | \"channels_last\"",
        "image_processor_type | \"ViTImageProcessor\"",
        "image_processor_type | \"SiglipImageProcessor\"",
        "feature_extractor_type | \"ViTFeatureExtractor\"",
        "a_key_of_tomorrow | 1"
      })
  void whatWouldChangePixelsIsRefusedByItsKey(String key, String value) throws IOException {
    ObjectNode settings = usual();
    settings.set(key, JSON.readTree(value));
    write(PreprocessorFile.NAME, settings);
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(this::read)
        .withMessageContaining(PreprocessorFile.NAME)
        .satisfies(
            e ->
                assertThat(e.getMessage())
                    .containsAnyOf(key, key + ".width", "positive deviations")
                    .hasLineCount(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "do_convert_rgb | null",
        "do_pad | false",
        "pad_size | {\"height\": 40, \"width\": 40}",
        "rescale_factor | 0.003921568859368563",
        "size | 32",
        "crop_size | 32",
        "image_processor_type | \"CLIPImageProcessorFast\"",
        "image_processor_type | \"CLIPFeatureExtractor\"",
        "feature_extractor_type | \"CLIPFeatureExtractor\"",
        "processor_class | \"CLIPProcessor\"",
        "data_format | \"channels_first\"",
        "input_data_format | \"channels_last\""
      })
  void whatChangesNoPixelIsRead(String key, String value) throws IOException {
    ObjectNode settings = usual();
    settings.set(key, JSON.readTree(value));
    write(PreprocessorFile.NAME, settings);
    assertThat(read()).isEqualTo(Preprocessing.clip(SIZE));
  }

  @Test
  void withoutNormalizationThePixelsStayBetweenZeroAndOne() throws IOException {
    write(PreprocessorFile.NAME, usual().put("do_normalize", false));
    assertThat(read())
        .isEqualTo(new Preprocessing(SIZE, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0)));
  }

  @ParameterizedTest
  @CsvSource({"size", "crop_size"})
  void aSizeThatIsNotThereIsTheLibrarysNotTheModels(String key) throws IOException {
    ObjectNode settings = usual();
    settings.remove(key);
    write(PreprocessorFile.NAME, settings);
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(this::read)
        .withMessageContaining("to 224");
  }

  @Test
  void newerVersionsSayItWithinAnotherFile() throws IOException {
    ObjectNode root = JsonNodeFactory.instance.objectNode().put("processor_class", "CLIPProcessor");
    root.set("image_processor", usual().put("image_mean", 0.5));
    write("processor_config.json", root);
    assertThat(read().mean()).containsExactly(0.5, 0.5, 0.5);
  }

  @Test
  void aProcessorFileThatSaysNothingOfPicturesLeavesTheOtherInForce() throws IOException {
    write("processor_config.json", JsonNodeFactory.instance.objectNode().put("a", 1));
    write(PreprocessorFile.NAME, usual().put("image_mean", 0.25));
    assertThat(read().mean()).containsExactly(0.25, 0.25, 0.25);
  }

  @Test
  void twoFilesThatDifferAreRefused() throws IOException {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.set("image_processor", usual().put("image_mean", 0.5));
    write("processor_config.json", root);
    write(PreprocessorFile.NAME, usual());
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(this::read)
        .withMessageContaining("processor_config.json prepares pictures otherwise than");
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    Preprocessing own = new Preprocessing(SIZE, List.of(0.1, 0.2, 0.3), List.of(0.4, 0.5, 0.6));
    Files.write(folder.resolve(PreprocessorFile.NAME), PreprocessorFile.bytes(own));
    assertThat(read()).isEqualTo(own);
  }

  private static ObjectNode usual() throws IOException {
    return (ObjectNode) JSON.readTree(PreprocessorFile.bytes(Preprocessing.clip(SIZE)));
  }

  private void write(String name, JsonNode content) throws IOException {
    JSON.writeValue(folder.resolve(name).toFile(), content);
  }

  private Preprocessing read() {
    return PreprocessorFile.read(folder, SIZE, new ArrayList<>());
  }
}

package dev.lethe.tensor.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.tensor.pickle.StateDictFile;
import dev.lethe.tensor.safetensors.SafetensorsFile;
import dev.lethe.tensor.safetensors.SafetensorsWriter;
import dev.lethe.tensor.stored.StoredTensor;
import dev.lethe.tensor.stored.TensorFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TensorFilesTest {
  @TempDir Path folder;
  private final NDManager manager = TorchEngine.open(Device.cpu());

  @AfterEach
  void freeMemory() {
    manager.close();
  }

  @Test
  void theFormatIsToldByTheContent() throws Exception {
    Path misnamed = folder.resolve("weights.bin");
    SafetensorsWriter.write(misnamed, Map.of("a", manager.create(1f)));
    try (TensorFile file = TensorFiles.open(misnamed)) {
      assertThat(file).isInstanceOf(SafetensorsFile.class);
      assertThat(file.path()).isEqualTo(misnamed);
    }
    Path pickled = folder.resolve("weights.safetensors");
    Files.copy(pickle("views.pt"), pickled);
    try (TensorFile file = TensorFiles.open(pickled)) {
      assertThat(file).isInstanceOf(StateDictFile.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | begins with ''",
        "nothing that is known | begins with 'nothing that is known', expected",
        "version https://git-lfs.github.com/spec/v1 | git lfs pull",
        "{\"model_type\": \"clip\"} | is no index of shards: it has no 'weight_map'",
        "{\"weight_map\": {}} | is no index of shards: it has no 'weight_map'",
        "{\"weight_map\": | is not valid JSON",
        "{\"weight_map\": {\"a\": 7}} | names no file for tensor 'a'"
      })
  void whatIsNoFileOfTensorsIsRefusedWithWhatWasFound(String content, String complaint)
      throws IOException {
    Path file = Files.writeString(folder.resolve("file"), content);
    refuses(file, LetheException.class, complaint);
  }

  @Test
  void theFormatFromBeforePyTorch16IsRefusedWithAdvice() throws Exception {
    refuses(pickle("legacy.pt"), LetheException.class, "before PyTorch 1.6; convert it");
  }

  @Test
  void aMissingFileIsNotFound() {
    refuses(folder.resolve("nowhere"), NotFoundException.class, "nowhere");
    refuses(folder, NotFoundException.class, "there is no file");
  }

  @Test
  void shardsArePresentedAsOneFile() throws Exception {
    SafetensorsWriter.write(
        folder.resolve("one.safetensors"),
        Map.of("a", manager.create(1f), "unmentioned", manager.create(2f)));
    Files.copy(pickle("views.pt"), folder.resolve("two.bin"));
    Path index = index("'whole': 'two.bin', 'a': 'one.safetensors'");
    try (TensorFile file = TensorFiles.open(index);
        StateDictFile views = StateDictFile.open(pickle("views.pt"))) {
      assertThat(file.path()).isEqualTo(index);
      assertThat(file.entries())
          .extracting(StoredTensor::name)
          .startsWith("a", "unmentioned", "whole")
          .hasSize(2 + views.entries().size());
      assertThat(file.read(manager, "unmentioned").getFloat()).isEqualTo(2);
      assertThat(file.read(manager, "transposed")).isEqualTo(views.read(manager, "transposed"));
      assertThat(file.bytes("transposed")).isEqualTo(views.bytes("transposed"));
      assertThatExceptionOfType(LetheException.class)
          .isThrownBy(() -> file.read(manager, "b"))
          .withMessageContaining("has no tensor 'b'");
    }
  }

  @Test
  void aMissingShardIsNotFound() throws IOException {
    refuses(
        index("'a': 'one.safetensors'"),
        NotFoundException.class,
        "there is no " + folder.resolve("one.safetensors"));
  }

  @Test
  void aTensorThatItsShardLacksIsNamed() throws IOException {
    write("one.safetensors", "b");
    write("two.safetensors", "a");
    refuses(
        index("'a': 'one.safetensors', 'b': 'two.safetensors'"),
        LetheException.class,
        "says that tensor 'a' is in one.safetensors, which lacks it");
  }

  @Test
  void aTensorInTwoShardsIsRefused() throws IOException {
    write("one.safetensors", "a");
    write("two.safetensors", "a");
    refuses(
        index("'a': 'one.safetensors', 'b': 'two.safetensors'"),
        LetheException.class,
        "both hold the tensor 'a'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../one.safetensors",
        "/one.safetensors",
        "x/one.safetensors",
        "..",
        "",
        "c:one",
        "x\\\\y"
      })
  void aShardLiesBesideItsIndex(String name) throws IOException {
    refuses(
        index("'a': '%s'".formatted(name)),
        LetheException.class,
        "is not the name of a file beside it");
  }

  @Test
  void aNameThatNoFileCanHaveIsRefused() throws IOException {
    refuses(index("'a': '\\ud800'"), LetheException.class, "no file can have the name");
  }

  @Test
  void anIndexIsNoShard() throws IOException {
    refuses(index("'a': 'model.index.json'"), LetheException.class, "is an index, not a shard");
  }

  private void write(String shard, String tensor) {
    SafetensorsWriter.write(folder.resolve(shard), Map.of(tensor, manager.create(1f)));
  }

  private Path index(String map) throws IOException {
    String json = "{'metadata': {'total_size': 7}, 'weight_map': {%s}}".formatted(map);
    return Files.writeString(folder.resolve("model.index.json"), json.replace('\'', '"'));
  }

  private static Path pickle(String name) throws URISyntaxException {
    return Path.of(StateDictFile.class.getResource(name).toURI());
  }

  private static void refuses(Path file, Class<? extends LetheException> error, String complaint) {
    assertThatExceptionOfType(error)
        .isThrownBy(() -> TensorFiles.open(file).close())
        .withMessageContaining(file.toString())
        .withMessageContaining(complaint)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }
}

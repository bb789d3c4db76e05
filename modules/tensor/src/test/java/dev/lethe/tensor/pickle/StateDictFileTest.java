package dev.lethe.tensor.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.tensor.stored.StoredTensor;
import dev.lethe.tensor.stored.StoredType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateDictFileTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "module",
        "views",
        "halves",
        "protocol-4",
        "checkpoint",
        "program",
        "traced",
        "training",
        "training-protocol-4",
        "training-numpy-1",
        "below-model",
        "below-both",
        "below-ema"
      })
  void tensorsHaveTheShapesAndValuesThatPyTorchSaved(String name) throws IOException {
    JsonNode expected = new JsonMapper().readTree(Fixtures.file("expected.json").toFile());
    try (NDManager manager = NDManager.newBaseManager("PyTorch");
        StateDictFile file = StateDictFile.open(Fixtures.file(name + ".pt"))) {
      List<String> names = new ArrayList<>();
      expected.path(name).fieldNames().forEachRemaining(names::add);
      assertThat(file.entries())
          .extracting(StoredTensor::name)
          .containsExactlyElementsOf(names)
          .isNotEmpty();
      for (StoredTensor entry : file.entries()) {
        JsonNode saved = expected.path(name).path(entry.name());
        NDArray tensor = file.read(manager, entry.name());
        assertThat(tensor.getShape())
            .as(entry.name())
            .isEqualTo(entry.shape())
            .isEqualTo(shape(saved.path("shape")));
        assertThat(values(tensor)).as(entry.name()).isEqualTo(values(saved.path("values"), tensor));
      }
    }
  }

  @Test
  void ofSeveralWeightsInAFileTheTrainedOnesAreReadAndTheOthersNamed() {
    try (StateDictFile file = StateDictFile.open(Fixtures.file("below-both.pt"))) {
      assertThat(file.notes())
          .containsExactly("the weights are those below 'model'; others are below ema");
    }
    try (StateDictFile file = StateDictFile.open(Fixtures.file("below-model.pt"))) {
      assertThat(file.notes()).isEmpty();
    }
  }

  @Test
  void typesAreThoseOfTheFile() {
    try (StateDictFile file = StateDictFile.open(Fixtures.file("halves.pt"))) {
      assertThat(file.entries())
          .extracting(StoredTensor::type)
          .containsExactly(
              StoredType.F16, StoredType.BF16, StoredType.F16, StoredType.I64, StoredType.I64);
    }
  }

  @ParameterizedTest
  @CsvSource({"program, true", "traced, true", "module, false"})
  void aFileSaysWhetherItIsAProgram(String name, boolean program) {
    try (StateDictFile file = StateDictFile.open(Fixtures.file(name + ".pt"))) {
      assertThat(file.isProgram()).isEqualTo(program);
    }
  }

  @Test
  void everyModuleOfAProgramKeepsItsOwnTypes() {
    try (StateDictFile file = StateDictFile.open(Fixtures.file("program.pt"))) {
      assertThat(file.entry("logit_scale").type()).isEqualTo(StoredType.F32);
      assertThat(file.entry("input_resolution").type()).isEqualTo(StoredType.I64);
      assertThat(file.entry("resblocks.1.attn.in_proj_weight").type()).isEqualTo(StoredType.F16);
      assertThat(file.bytes("last.ln.weight")).isEqualTo(file.bytes("resblocks.1.ln.weight"));
    }
  }

  @Test
  void bytesAreThoseOfTheTensorsOwnOrder() {
    try (StateDictFile file = StateDictFile.open(Fixtures.file("views.pt"))) {
      FloatBuffer transposed = file.bytes("transposed").asFloatBuffer();
      assertThat(new float[] {transposed.get(0), transposed.get(1), transposed.get(4)})
          .containsExactly(0, 6, 1);
      assertThat(file.bytes("transposed", 4, 8).asFloatBuffer()).isEqualTo(transposed.slice(1, 2));
      assertThat(file.bytes("columns")).matches(ByteBuffer::isReadOnly);
    }
  }

  @Test
  void tiedWeightsAreReadIntoMemoryOfTheirOwn() {
    try (NDManager manager = NDManager.newBaseManager("PyTorch");
        StateDictFile file = StateDictFile.open(Fixtures.file("module.pt"))) {
      NDArray first = file.read(manager, "first.weight");
      NDArray second = file.read(manager, "second.weight");
      assertThat(first).isEqualTo(second);
      first.addi(manager.create(1f));
      assertThat(first).isNotEqualTo(second);
      assertThat(file.read(manager, "first.weight")).isEqualTo(second);
    }
  }

  @Test
  void aTensorThatIsNotThereIsNamed() {
    try (NDManager manager = NDManager.newBaseManager("PyTorch");
        StateDictFile file = StateDictFile.open(Fixtures.file("views.pt"))) {
      assertThatExceptionOfType(LetheException.class)
          .isThrownBy(() -> file.read(manager, "third"))
          .withMessageContaining("views.pt has no tensor 'third'");
    }
  }

  @Test
  void aMissingFileIsNotFound() {
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> StateDictFile.open(Fixtures.file("nowhere.pt")))
        .withMessageContaining("nowhere.pt");
  }

  private static Shape shape(JsonNode sizes) {
    long[] shape = new long[sizes.size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = sizes.get(i).longValue();
    }
    return new Shape(shape);
  }

  private static List<Number> values(NDArray tensor) {
    return List.of(tensor.toArray());
  }

  private static List<Number> values(JsonNode texts, NDArray like) {
    Map<DataType, Parser> parsers =
        Map.of(DataType.FLOAT32, Float::valueOf, DataType.INT64, Long::valueOf);
    List<Number> values = new ArrayList<>();
    for (JsonNode text : texts) {
      values.add(parsers.get(like.getDataType()).parse(text.asText().replace("inf", "Infinity")));
    }
    return values;
  }

  private interface Parser {
    Number parse(String text);
  }
}

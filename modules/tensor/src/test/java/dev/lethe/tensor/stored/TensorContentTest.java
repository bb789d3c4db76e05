package dev.lethe.tensor.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.LetheException;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.tensor.safetensors.SafetensorsFile;
import dev.lethe.tensor.safetensors.SafetensorsWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes tensors in types of their own and reads them again. */
class TensorContentTest {
  @TempDir Path folder;
  private final NDManager manager = TorchEngine.open(Device.cpu());

  @AfterEach
  void freeMemory() {
    manager.close();
  }

  @Test
  void everyTensorIsStoredInItsOwnType() {
    NDArray values = manager.create(new float[] {1, -0f, 1e-7f, 3.14159f, 1e6f, Float.MAX_VALUE});
    NDArray longs = manager.create(new long[] {1L << 40, -1});
    Map<String, TensorContent> contents = new TreeMap<>();
    contents.put("single", TensorContent.of(values, StoredType.F32));
    contents.put("half", TensorContent.of(values, StoredType.F16));
    contents.put("bfloat", TensorContent.of(values, StoredType.BF16));
    contents.put("long", TensorContent.of(longs, StoredType.I64));
    contents.put(
        "flags",
        TensorContent.of(StoredType.BOOL, new Shape(1, 3), ByteBuffer.wrap(new byte[] {1, 0, 1})));
    try (SafetensorsFile file = write(contents)) {
      assertThat(file.entries())
          .containsExactly(
              new StoredTensor("bfloat", StoredType.BF16, new Shape(6)),
              new StoredTensor("flags", StoredType.BOOL, new Shape(1, 3)),
              new StoredTensor("half", StoredType.F16, new Shape(6)),
              new StoredTensor("long", StoredType.I64, new Shape(2)),
              new StoredTensor("single", StoredType.F32, new Shape(6)));
      assertThat(file.read(manager, "single")).isEqualTo(values);
      assertThat(file.read(manager, "half"))
          .isEqualTo(values.toType(DataType.FLOAT16, true).toType(DataType.FLOAT32, true));
      assertThat(file.read(manager, "bfloat").toFloatArray())
          .containsExactly(1, -0f, 1.0011718e-7f, 3.140625f, 999424, Float.POSITIVE_INFINITY);
      assertThat(file.read(manager, "long")).isEqualTo(longs);
      assertThat(file.bytes("flags")).isEqualTo(ByteBuffer.wrap(new byte[] {1, 0, 1}));
    }
  }

  @Test
  void tensorsOfOtherFilesAreCarriedAlongUnchanged() {
    NDArray values = manager.randomNormal(new Shape(7, 3));
    try (SafetensorsFile first = write(Map.of("a", TensorContent.of(values, StoredType.BF16)));
        SafetensorsFile second = copy(first)) {
      assertThat(second.entry("b").type()).isEqualTo(StoredType.BF16);
      assertThat(second.entry("b").shape()).isEqualTo(new Shape(7, 3));
      assertThat(second.bytes("b")).isEqualTo(first.bytes("a")).matches(ByteBuffer::isReadOnly);
    }
  }

  @Test
  void partsOfATensorAreJoinedInOrder() {
    NDArray values = manager.arange(10f).reshape(2, 5);
    try (SafetensorsFile file = write(Map.of("a", TensorContent.of(values, StoredType.F16)))) {
      for (int part = 1; part <= 11; part++) {
        assertThat(new TensorReader(file, file.entry("a"), part).read(manager)).isEqualTo(values);
      }
    }
  }

  @Test
  void anArrayThatAsksForAnotherOrderIsWrittenInItsOwn() {
    NDArray transposed = manager.arange(6f).reshape(2, 3).transpose();
    try (SafetensorsFile file = write(Map.of("t", TensorContent.of(transposed, StoredType.F16)))) {
      assertThat(file.read(manager, "t")).isEqualTo(transposed);
    }
  }

  @Test
  void scalarsAndEmptyTensorsAreKept() {
    NDArray scalar = manager.create(2.5f);
    NDArray empty = manager.create(new Shape(0, 5));
    try (SafetensorsFile file =
        write(
            Map.of(
                "scalar", TensorContent.of(scalar, StoredType.F16),
                "empty", TensorContent.of(empty, StoredType.BF16)))) {
      assertThat(file.read(manager, "scalar")).isEqualTo(scalar);
      assertThat(file.read(manager, "empty").getShape()).isEqualTo(new Shape(0, 5));
      assertThat(file.bytes("empty").remaining()).isZero();
    }
  }

  @Test
  void valuesThatATypeIsNotMadeOfAreRefused() {
    NDArray longs = manager.create(new long[] {1});
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> TensorContent.of(longs, StoredType.F16))
        .withMessageContaining("int64 cannot be stored as F16");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> TensorContent.of(StoredType.F16, new Shape(2), ByteBuffer.allocate(3)))
        .withMessageContaining("3 bytes are not those of a shape of (2) in F16");
  }

  @Test
  void theNameOfTheHeaderItselfIsRefused() {
    TensorContent content = TensorContent.of(manager.create(1f), StoredType.F32);
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> write(Map.of("__metadata__", content)))
        .withMessageContaining("__metadata__");
    assertThat(folder).isEmptyDirectory();
  }

  private SafetensorsFile copy(SafetensorsFile file) {
    Path copy = folder.resolve("copy.safetensors");
    SafetensorsWriter.writeTyped(copy, Map.of("b", TensorContent.of(file, "a")));
    return SafetensorsFile.open(copy);
  }

  private SafetensorsFile write(Map<String, TensorContent> contents) {
    Path path = folder.resolve("typed.safetensors");
    SafetensorsWriter.writeTyped(path, contents);
    return SafetensorsFile.open(path);
  }
}

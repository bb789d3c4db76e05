package dev.lethe.tensor.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.io.hash.Sha256;
import dev.lethe.tensor.stored.StoredTensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBitForBit() {
    Path file = folder.resolve("a.safetensors");
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      NDArray matrix =
          manager.create(new float[] {1, -0f, Float.MIN_VALUE, 3e38f}, new Shape(2, 2));
      NDArray scalar = manager.create(2.5f);
      SafetensorsWriter.write(file, Map.of("matrix", matrix, "scalar", scalar));
      try (SafetensorsFile read = SafetensorsFile.open(file)) {
        assertThat(read.entries())
            .extracting(StoredTensor::name)
            .containsExactly("matrix", "scalar");
        assertThat(read.read(manager, "matrix")).isEqualTo(matrix);
        assertThat(read.read(manager, "matrix").toByteArray()).isEqualTo(matrix.toByteArray());
        assertThat(read.read(manager, "scalar")).isEqualTo(scalar);
      }
    }
  }

  @Test
  void equalTensorsGiveEqualFilesAndTheHashIsThatOfTheFile() throws Exception {
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      NDArray x = manager.arange(6f);
      NDArray y = manager.create(new float[0]);
      Path first = folder.resolve("first");
      Path second = folder.resolve("second");
      String hash = SafetensorsWriter.write(first, Map.of("x", x, "y", y));
      assertThat(SafetensorsWriter.write(second, Map.of("y", y, "x", x))).isEqualTo(hash);
      assertThat(second).hasSameBinaryContentAs(first);
      assertThat(hash).isEqualTo(Sha256.of(Files.readAllBytes(first)));
    }
  }

  @Test
  void aTensorThatIsNotContiguousIsWrittenInItsLogicalOrder() {
    Path file = folder.resolve("t");
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      NDArray transposed = manager.arange(6f).reshape(2, 3).transpose();
      SafetensorsWriter.write(file, Map.of("t", transposed));
      try (SafetensorsFile read = SafetensorsFile.open(file)) {
        assertThat(read.read(manager, "t").toFloatArray()).containsExactly(0, 3, 1, 4, 2, 5);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "F16, 3c00, 1", "F16, c000, -2", "F16, 0001, 5.9604645e-8", "F16, 7bff, 65504",
    "F16, 7c00, Infinity", "BF16, 3f80, 1", "BF16, c049, -3.140625", "BF16, 0001, 9.1835e-41"
  })
  void halvesAreWidenedExactly(String type, String bits, float expected) throws IOException {
    int value = HexFormat.fromHexDigits(bits);
    Path file =
        file(
            "{'h':{'dtype':'%s','shape':[1],'data_offsets':[0,2]}}".formatted(type),
            (byte) value,
            (byte) (value >> 8));
    try (NDManager manager = NDManager.newBaseManager("PyTorch");
        SafetensorsFile read = SafetensorsFile.open(file)) {
      assertThat(read.read(manager, "h").toFloatArray()).containsExactly(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,4]}}",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,0]}}",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[-4,0]}}",
        "{'a':{'dtype':'F32','shape':[-1],'data_offsets':[0,4]}}",
        "{'a':{'dtype':'F32','shape':[1.5],'data_offsets':[0,4]}}",
        "{'a':{'dtype':'F32','shape':[4294967296,4294967296,4],'data_offsets':[0,4]}}",
        "{'a':{'dtype':'F32','shape':[99999999999999999999],'data_offsets':[0,4]}}",
        "{'a':{'dtype':'F31','shape':[1],'data_offsets':[0,4]}}",
        "{'a':{'dtype':'F32','data_offsets':[0,4]}}",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4,4]}}",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'b':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}",
        "{'a':{'dtype':'F16','shape':[1],'data_offsets':[2,4]}}",
        "{'a':7}",
        "[]",
        "{'a'",
        "{}"
      })
  void damagedHeadersAreRefusedInOneLineThatNamesTheFile(String header) throws IOException {
    Path file = file(header, (byte) 0, (byte) 0, (byte) 0, (byte) 0);
    refuses(file);
  }

  @ParameterizedTest
  @ValueSource(longs = {1L << 60, -1, 0, 1, 100, Long.MAX_VALUE})
  void aHeaderLengthThatTheFileCannotHaveIsRefused(long length) throws IOException {
    Path file = folder.resolve("length.safetensors");
    Files.write(
        file, ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
    refuses(file);
  }

  @Test
  void everyTruncationOfAFileIsRefused() throws IOException {
    Path file = folder.resolve("whole.safetensors");
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      SafetensorsWriter.write(file, Map.of("x", manager.arange(3f)));
    }
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      refuses(Files.write(folder.resolve("cut.safetensors"), Arrays.copyOf(whole, length)));
    }
  }

  @Test
  void integersAreNotReadAsFloats() throws IOException {
    Path file = file("{'i':{'dtype':'I32','shape':[1],'data_offsets':[0,4]}}", new byte[4]);
    try (NDManager manager = NDManager.newBaseManager("PyTorch");
        SafetensorsFile read = SafetensorsFile.open(file)) {
      assertThatExceptionOfType(LetheException.class)
          .isThrownBy(() -> read.read(manager, "i"))
          .withMessageContaining("I32");
    }
  }

  @Test
  void aTensorOfThreeGigabytesIsReadInParts() throws IOException {
    long length = 3_000_000_000L;
    Path file = file("{'w':{'dtype':'U8','shape':[%d],'data_offsets':[0,%<d]}}".formatted(length));
    try (FileChannel sparse = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long end = Files.size(file) + length;
      sparse.write(ByteBuffer.wrap(new byte[] {5, 7}), end - 2);
    }
    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      assertThat(read.bytes("w", length - 2, 2)).isEqualTo(ByteBuffer.wrap(new byte[] {5, 7}));
      assertThatExceptionOfType(LetheException.class)
          .isThrownBy(() -> read.bytes("w"))
          .withMessageContaining("takes 3000000000 bytes, expected at most 2147483647");
    }
  }

  @Test
  void aMissingFileIsNotFound() {
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> SafetensorsFile.open(folder.resolve("nowhere")))
        .withMessageContaining("nowhere");
  }

  @Test
  void aFileThatCannotBeWrittenLeavesNothingBehind() throws IOException {
    Path occupied = Files.createDirectory(folder.resolve("occupied"));
    Files.createFile(occupied.resolve("inside"));
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      Map<String, NDArray> tensors = Map.of("x", manager.arange(3f));
      assertThatExceptionOfType(LetheException.class)
          .isThrownBy(() -> SafetensorsWriter.write(occupied, tensors))
          .withMessageContaining("occupied");
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(occupied);
    }
  }

  private static void refuses(Path file) {
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> SafetensorsFile.open(file).close())
        .withMessageContaining(file.toString())
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  private Path file(String header, byte... data) throws IOException {
    byte[] json = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length).put(json).put(data);
    return Files.write(folder.resolve("test.safetensors"), bytes.array());
  }
}

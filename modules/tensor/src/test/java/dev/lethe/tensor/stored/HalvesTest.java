package dev.lethe.tensor.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.tensor.TorchScript;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares our conversions with those of libtorch, which are PyTorch's. */
class HalvesTest {
  private static final int HALVES = 1 << Short.SIZE;
  private static final String CASTS =
      """
      def float16(self, x: Tensor) -> Tensor:
        return torch.to(torch.to(x, 5), 6)

      def bfloat16(self, x: Tensor) -> Tensor:
        return torch.to(torch.to(x, 15), 6)
      """;

  @Test
  void everyHalfComesBackBitForBit() {
    for (int bits = 0; bits < HALVES; bits++) {
      assertThat(Float16.ofSingle(Float16.toSingle((short) bits))).isEqualTo((short) bits);
    }
  }

  @Test
  void everyBfloat16ComesBackBitForBit() {
    for (int bits = 0; bits < HALVES; bits++) {
      assertThat(Bfloat16.ofSingle(Bfloat16.toSingle((short) bits))).isEqualTo((short) bits);
    }
  }

  @Test
  void everyHalfHasTheValueThatPyTorchGives() {
    ByteBuffer halves = bytes(HALVES * Short.BYTES);
    IntStream.range(0, HALVES).forEach(bits -> halves.putShort((short) bits));
    try (NDManager manager = NDManager.newBaseManager("PyTorch");
        NDArray stored = manager.create(halves.flip(), new Shape(HALVES), DataType.FLOAT16)) {
      float[] values = stored.toType(DataType.FLOAT32, true).toFloatArray();
      for (int bits = 0; bits < HALVES; bits++) {
        requireEqual(bits, Float16.toSingle((short) bits), Float.floatToRawIntBits(values[bits]));
      }
    }
  }

  @Test
  void singlesAreRoundedToHalvesAsPyTorchDoes() {
    int[] singles = singles();
    int[] expected = cast(singles, "float16");
    for (int i = 0; i < singles.length; i++) {
      requireEqual(singles[i], Float16.toSingle(Float16.ofSingle(singles[i])), expected[i]);
    }
  }

  @Test
  void singlesAreRoundedToBfloat16AsPyTorchDoes() {
    int[] singles = singles();
    int[] expected = cast(singles, "bfloat16");
    for (int i = 0; i < singles.length; i++) {
      requireEqual(singles[i], Bfloat16.toSingle(Bfloat16.ofSingle(singles[i])), expected[i]);
    }
  }

  /** Which NaN becomes of one differs between PyTorch's own implementations. */
  private static void requireEqual(int from, int actual, int expected) {
    boolean bothNan =
        Float.isNaN(Float.intBitsToFloat(expected)) && Float.isNaN(Float.intBitsToFloat(actual));
    if (actual != expected && !bothNan) { // a million assertions would take seconds
      fail("%08x becomes %08x, expected %08x", from, actual, expected);
    }
  }

  /** Every half and bfloat16, what lies half-way to the next, what lies beside that, and more. */
  private static int[] singles() {
    IntStream halves =
        IntStream.range(0, HALVES)
            .map(bits -> Float16.toSingle((short) bits))
            .flatMap(bits -> around(bits, 1 << 12));
    IntStream betweenSubnormalHalves =
        IntStream.range(0, 1 << 11)
            .map(step -> Float.floatToRawIntBits((step + .5f) * 0x1p-24f))
            .flatMap(bits -> around(bits, 0));
    IntStream bfloats =
        IntStream.range(0, HALVES)
            .map(bits -> Bfloat16.toSingle((short) bits))
            .flatMap(bits -> around(bits, 1 << 15));
    return Stream.of(halves, betweenSubnormalHalves, bfloats, new Random(1).ints(100_000))
        .flatMapToInt(bits -> bits)
        .toArray();
  }

  private static IntStream around(int bits, int half) {
    return IntStream.of(bits, bits + half - 1, bits + half, bits + half + 1);
  }

  /** Returns the bits of singles that were cast to another type and back. */
  private static int[] cast(int[] singles, String type) {
    ByteBuffer bytes = bytes(singles.length * Float.BYTES);
    bytes.asIntBuffer().put(singles);
    try (NDManager manager = TorchEngine.open(Device.cpu())) {
      TorchScript script = TorchScript.compile(manager, "Casts", CASTS);
      NDArray values = manager.create(bytes, new Shape(singles.length), DataType.FLOAT32);
      int[] cast = new int[singles.length];
      script
          .call(manager, type, values)
          .singletonOrThrow()
          .toByteBuffer()
          .order(ByteOrder.LITTLE_ENDIAN)
          .asIntBuffer()
          .get(cast);
      return cast;
    }
  }

  private static ByteBuffer bytes(int length) {
    return ByteBuffer.allocateDirect(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}

package dev.lethe.tensor.mutation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/**
 * Damages files at random, but the same way for the same seed: as bad disks, broken transfers and
 * people with bad intentions do. Half of the damage is near the start or the end, where formats
 * have what they say about themselves.
 */
public final class Damage {
  private static final int NEAR = 1 << 10;

  /** Numbers that are easily mistaken: signs, limits, almost the limits. */
  private static final long[] NUMBERS = {
    0,
    1,
    -1,
    0x7f,
    0x80,
    0x7fff,
    0x8000,
    0xffff,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    0xffffffffL,
    1L << 32,
    1L << 40,
    1L << 62,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };

  private final Random random;

  /** Creates damage that is the same for the same seed. */
  public Damage(long seed) {
    this.random = new Random(seed);
  }

  /** Returns a number from 0 to below a bound, for choices that belong to the damage. */
  public int choose(int bound) {
    return random.nextInt(bound);
  }

  /**
   * Returns a damaged copy.
   *
   * @param whole what is damaged; must not be empty
   * @param other where parts come from that do not belong there
   */
  public byte[] of(byte[] whole, byte[] other) {
    byte[] damaged = whole.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      damaged = once(damaged, other);
    }
    return damaged;
  }

  private byte[] once(byte[] whole, byte[] other) {
    int end = Math.max(1, whole.length);
    int at = place(end);
    return switch (whole.length == 0 ? 6 : random.nextInt(9)) {
      case 0 -> replaced(whole, at, (byte) (whole[at] ^ 1 << random.nextInt(Byte.SIZE)));
      case 1 -> replaced(whole, at, (byte) random.nextInt(256));
      case 2 -> replaced(whole, at, number(1 << random.nextInt(4)));
      case 3 -> replaced(whole, at, part(whole));
      case 4 -> replaced(whole, at, part(other));
      case 5 -> spliced(whole, at, Math.min(end - at, 1 + random.nextInt(32)), new byte[0]);
      case 6 -> spliced(whole, Math.min(at, whole.length), 0, part(other));
      case 7 -> digit(whole, at);
      default -> Arrays.copyOf(whole, at);
    };
  }

  private int place(int end) {
    int near = Math.min(NEAR, end);
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(near);
      case 1 -> end - 1 - random.nextInt(near);
      default -> random.nextInt(end);
    };
  }

  private byte[] number(int length) {
    long number = NUMBERS[random.nextInt(NUMBERS.length)];
    ByteOrder order = random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    byte[] bytes = ByteBuffer.allocate(Long.BYTES).order(order).putLong(number).array();
    return order == ByteOrder.LITTLE_ENDIAN
        ? Arrays.copyOf(bytes, length)
        : Arrays.copyOfRange(bytes, Long.BYTES - length, Long.BYTES);
  }

  private byte[] part(byte[] source) {
    int length = Math.min(source.length, 1 + random.nextInt(64));
    int begin = random.nextInt(source.length - length + 1);
    return Arrays.copyOfRange(source, begin, begin + length);
  }

  /** Changes a number that is written in digits, so that a text keeps its form. */
  private byte[] digit(byte[] whole, int from) {
    for (int i = 0; i < whole.length; i++) {
      int at = (from + i) % whole.length;
      if (whole[at] >= '0' && whole[at] <= '9') {
        return random.nextBoolean()
            ? replaced(whole, at, (byte) ('0' + random.nextInt(10)))
            : spliced(whole, at, 0, new byte[] {(byte) ('0' + random.nextInt(10))});
      }
    }
    return whole;
  }

  private static byte[] replaced(byte[] whole, int at, byte... part) {
    byte[] replaced = whole.clone();
    System.arraycopy(part, 0, replaced, at, Math.min(part.length, whole.length - at));
    return replaced;
  }

  private static byte[] spliced(byte[] whole, int at, int removed, byte[] added) {
    return ByteBuffer.allocate(whole.length - removed + added.length)
        .put(whole, 0, at)
        .put(added)
        .put(whole, at + removed, whole.length - at - removed)
        .array();
  }
}

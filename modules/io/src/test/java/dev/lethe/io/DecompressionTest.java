package dev.lethe.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class DecompressionTest {
  private static final byte[] CONTENT = content();

  @Test
  void whatIsNotPackedComesAsItIs() throws IOException {
    for (int length : new int[] {0, 1, 3, 4, CONTENT.length}) {
      byte[] content = Arrays.copyOf(CONTENT, length);
      assertThat(unpack(content)).isEqualTo(content);
    }
  }

  @Test
  void gzipAndZstandardAreUndone() throws IOException {
    assertThat(unpack(gzip())).isEqualTo(CONTENT);
    assertThat(unpack(zstandard())).isEqualTo(CONTENT);
  }

  @Test
  void severalPackedFilesInOneAreAllRead() throws IOException {
    for (byte[] packed : new byte[][] {gzip(), zstandard()}) {
      ByteArrayOutputStream twice = new ByteArrayOutputStream();
      twice.write(packed);
      twice.write(packed);
      assertThat(unpack(twice.toByteArray())).hasSize(2 * CONTENT.length);
    }
  }

  @Test
  void whatIsCutShortIsNeverTakenForWhole() throws IOException {
    for (byte[] packed : new byte[][] {gzip(), zstandard()}) {
      for (int cut : new int[] {1, 5, 100, packed.length - 20}) {
        byte[] shorter = Arrays.copyOf(packed, packed.length - cut);
        assertThatThrownBy(() -> unpack(shorter)).isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void damageIsAFailureOfTheStreamAndNothingWorse() throws IOException {
    Random random = new Random(1);
    for (byte[] packed : new byte[][] {gzip(), zstandard()}) {
      for (int i = 0; i < 300; i++) {
        byte[] damaged = packed.clone();
        damaged[4 + random.nextInt(packed.length - 4)] ^= (byte) (1 << random.nextInt(8));
        try {
          assertThat(unpack(damaged).length).isLessThanOrEqualTo(2 * CONTENT.length);
        } catch (IOException e) {
          assertThat(IoFailure.reason(e)).hasLineCount(1);
        }
      }
    }
  }

  private static byte[] unpack(byte[] packed) throws IOException {
    try (var in = Decompression.of(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }

  private static byte[] gzip() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(CONTENT);
    }
    return packed.toByteArray();
  }

  private static byte[] zstandard() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new ZstdOutputStream(packed)) {
      out.write(CONTENT);
    }
    return packed.toByteArray();
  }

  private static byte[] content() {
    byte[] content = new byte[300_000];
    Random random = new Random(0);
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) ('a' + random.nextInt(1 + i % 20));
    }
    return content;
  }
}

package dev.lethe.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.image.Picture;
import dev.lethe.api.image.RgbImage;
import dev.lethe.api.image.StoredImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is lossless is equal to Pillow's and tested beside the other formats. */
class WebPTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "lossy.webp, 1",
    "lossy-coarse.webp, 2",
    "lossy-hard.webp, 2",
    "lossy-grey.webp, 0.1",
    "lossy-alpha.webp, 1"
  })
  void aLossyPictureDiffersLittleFromWhatPillowGives(String name, double most) throws IOException {
    byte[] read = read(name, bytes(name)).toRgb().rgb();
    byte[] expected = bytes(name + ".rgb");
    long sum = 0;
    for (int i = 0; i < expected.length; i++) {
      sum += Math.abs((read[i] & 0xff) - (expected[i] & 0xff));
    }
    assertThat(read).hasSameSizeAs(expected);
    assertThat(sum / (double) expected.length).isLessThan(most);
  }

  @Test
  void onlyAPictureWithAnOpacityHasOne() throws IOException {
    for (String name : new String[] {"lossless-alpha.webp", "lossy-alpha.webp"}) {
      assertThat(read(name, bytes(name))).isInstanceOf(StoredImage.class);
    }
    for (String name : new String[] {"lossless.webp", "lossy.webp", "lossless-animated.webp"}) {
      assertThat(read(name, bytes(name))).isInstanceOf(RgbImage.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"large-lossless.webp", "large-lossy.webp"})
  void aLargePictureTakesNoMoreThanItsHeaderTells(String name) throws Exception {
    Path file = Files.write(folder.resolve(name), bytes(name));
    long known = new PathImage(file).memory();
    assertThat(known).isBetween(3000L * 2000 * 3, 3000L * 2000 * 24);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + ((known >> 20) + 32) + "m",
                "-cp",
                System.getProperty("java.class.path"),
                DecodeOnce.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(new String(process.getInputStream().readAllBytes())).isEqualTo("problem: none\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lossless.webp", "lossy.webp"})
  void morePixelsThanCanBeKeptAreRefusedByTheHeader(String name) throws IOException {
    byte[] content = bytes(name);
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    if (name.equals("lossy.webp")) {
      bytes.putShort(26, (short) 16_000).putShort(28, (short) 16_000);
    } else {
      bytes.putInt(21, 15_999 | 15_999 << 14);
    }
    assertThatThrownBy(() -> read(name, content))
        .isExactlyInstanceOf(LetheException.class)
        .hasMessageContaining("expected at most 89478485 pixels, found 16000 x 16000");
  }

  @Test
  void aSmallCanvasAroundALargePictureIsNoWayAroundTheBound() throws IOException {
    byte[] content = bytes("lossy-alpha.webp");
    int at = new String(content, StandardCharsets.ISO_8859_1).indexOf("VP8 ");
    ByteBuffer.wrap(content)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(at + 14, (short) 16_000)
        .putShort(at + 16, (short) 16_000);
    assertThatThrownBy(() -> read("a.webp", content))
        .isExactlyInstanceOf(LetheException.class)
        .hasMessageEndingWith(
            "it is damaged: expected 20 x 12 pixels by its header, found 16000 x 16000");
  }

  private Picture read(String name, byte[] content) throws IOException {
    return new PathImage(Files.write(folder.resolve(name), content)).read();
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = WebPTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}

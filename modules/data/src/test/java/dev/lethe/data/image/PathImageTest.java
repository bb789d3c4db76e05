package dev.lethe.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.image.Colors;
import dev.lethe.api.image.Picture;
import dev.lethe.api.image.RgbImage;
import dev.lethe.api.image.StoredImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathImageTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rgb.png",
        "rgba.png",
        "grey.png",
        "grey-alpha.png",
        "palette.png",
        "one-bit.png",
        "palette.gif",
        "rgb.bmp",
        "palette.bmp",
        "subsampled.jpg",
        "progressive.jpg",
        "rgb-channels.jpg",
        "grey.jpg",
        "cmyk.jpg",
        "ycck.jpg",
        "lossless.webp",
        "lossless-alpha.webp",
        "lossless-palette.webp",
        "lossless-profile.webp",
        "lossless-animated.webp"
      })
  void pixelsAreThoseThatPillowGives(String name) throws IOException {
    assertThat(read(name).toRgb().rgb()).isEqualTo(bytes(name + ".rgb"));
  }

  @Test
  void whatIsAboveEightBitsIsWhite() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setSample(0, 0, 0, 0x12);
    image.getRaster().setSample(1, 0, 0, 0x123);
    Path file = folder.resolve("deep.png");
    ImageIO.write(image, "png", file.toFile());
    assertThat(new PathImage(file).read().toRgb().rgb())
        .containsExactly(0x12, 0x12, 0x12, -1, -1, -1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "subsampled.jpg",
        "progressive.jpg",
        "rgba.png",
        "palette.gif",
        "rgb.bmp",
        "lossless-alpha.webp",
        "lossy-alpha.webp"
      })
  void aFileThatIsCutShortAnywhereIsRefusedInOneLine(String name) throws IOException {
    byte[] whole = bytes(name);
    for (int length = 1; length < whole.length * 9 / 10; length += 7) {
      Path file = write(length + "-" + name, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> new PathImage(file).read())
          .isInstanceOf(LetheException.class)
          .hasMessageStartingWith(file + " is not a picture that can be read: ")
          .message()
          .hasLineCount(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "subsampled.jpg",
        "progressive.jpg",
        "rgba.png",
        "palette.gif",
        "rgb.bmp",
        "lossless-alpha.webp",
        "lossy-alpha.webp"
      })
  void aDamagedFileGivesAPictureOrOneLine(String name) throws IOException {
    for (int at = 0; at < bytes(name).length; at += 3) {
      byte[] damaged = bytes(name);
      damaged[at] ^= 0x55;
      PathImage image = new PathImage(write("damaged", damaged));
      try {
        assertThat(image.read().width()).isPositive();
      } catch (LetheException e) {
        assertThat(e.getMessage()).hasLineCount(1).contains("damaged");
      }
    }
  }

  @Test
  void aTextIsNoPictureWhateverItsName() throws IOException {
    Path file = write("1.jpg", "hello".getBytes());
    assertThatThrownBy(() -> new PathImage(file).read())
        .isExactlyInstanceOf(LetheException.class)
        .hasMessage(
            file
                + " is not a picture that can be read: expected a JPEG, PNG, WebP, GIF or BMP, found something else");
  }

  @ParameterizedTest
  @CsvSource({
    "'1234ftypavif', an AVIF",
    "'1234ftypheic', a HEIC",
    "'  <!DOCTYPE html><p>Not found', a web page",
    "'<svg xmlns=', an SVG"
  })
  void whatCannotBeReadIsNamed(String content, String name) throws IOException {
    Path file = write("1.jpg", content.getBytes());
    assertThatThrownBy(() -> new PathImage(file).read())
        .hasMessageEndingWith("expected a JPEG, PNG, WebP, GIF or BMP, found " + name);
  }

  @Test
  void theHashIsOfTheContentAndOfWhatBecomesOfIt() throws IOException {
    Path file = write("1.png", bytes("rgb.png"));
    Path copy = write("2.png", bytes("rgb.png"));
    Path other = write("3.png", "hello".getBytes());
    assertThat(new PathImage(file).contentHash())
        .isPresent()
        .isEqualTo(new PathImage(copy).contentHash())
        .isNotEqualTo(new PathImage(other).contentHash())
        .isNotEqualTo(new PathImage(file, RgbConversion.BEFORE_RESIZE).contentHash());
  }

  @Test
  void aWrongEndingDoesNotMatter() throws IOException {
    Path file = write("really-a-png.jpg", bytes("rgb.png"));
    assertThat(new PathImage(file).read().toRgb().rgb()).isEqualTo(bytes("rgb.png.rgb"));
  }

  @Test
  void aWrongChecksumIsNamed() throws IOException {
    byte[] png = bytes("rgb.png");
    int data = new String(png, StandardCharsets.ISO_8859_1).indexOf("IDAT");
    png[data + 20] ^= 1;
    Path file = write("flipped.png", png);
    assertThat(new PathImage(file).problem())
        .contains("it is damaged: the checksum of IDAT at byte %d is wrong".formatted(data - 4));
  }

  @Test
  void pixelsThatEndTooEarlyAreNotFilledUp() throws IOException {
    Path file = write("short.png", Pngs.withoutLastRows(bytes("rgb.png")));
    assertThat(new PathImage(file).problem())
        .hasValueSatisfying(p -> assertThat(p).hasLineCount(1));
  }

  @Test
  void theModeOfAFileIsKeptUnlessRgbIsWanted() throws IOException {
    Path file = write("palette.png", bytes("palette.png"));
    assertThat(new PathImage(file).read())
        .isInstanceOfSatisfying(
            StoredImage.class, image -> assertThat(image.colors()).isEqualTo(Colors.PALETTE));
    assertThat(new PathImage(file, RgbConversion.BEFORE_RESIZE).read())
        .isInstanceOf(RgbImage.class);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aNameIsShownWithoutSteeringTheTerminal() throws IOException {
    Path file = write("a\u001b[31m\n.png", new byte[0]);
    assertThatThrownBy(() -> new PathImage(file).read())
        .hasMessageContaining("a\\u001b[31m\\u000a.png is not a picture")
        .message()
        .hasLineCount(1);
  }

  @Test
  void anEmptyFileSaysSo() throws IOException {
    Path file = write("1.png", new byte[0]);
    assertThatThrownBy(() -> new PathImage(file).read())
        .hasMessage(file + " is not a picture that can be read: the file is empty");
  }

  @Test
  void aMissingFileIsNotFound() {
    assertThatThrownBy(() -> new PathImage(folder.resolve("no.png")).read())
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void theThreadsClassLoaderDoesNotMatter() throws IOException {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      assertThat(read("rgb.png").toRgb().rgb()).isEqualTo(bytes("rgb.png.rgb"));
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private Picture read(String name) throws IOException {
    Picture image = new PathImage(write(name, bytes(name))).read();
    assertThat(image.width()).isEqualTo(20);
    assertThat(image.height()).isEqualTo(12);
    return image;
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = PathImageTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}

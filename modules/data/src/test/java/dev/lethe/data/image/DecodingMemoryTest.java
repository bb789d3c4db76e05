package dev.lethe.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.lethe.api.LetheException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingMemoryTest {
  /** The largest square that Pillow reads without a word. */
  private static final int SIDE = 9459;

  private static final long LITTLE = 4 << 20;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"8, 0", "16, 0", "8, 2", "16, 2", "8, 4", "16, 4", "8, 6", "16, 6"})
  void whatDecodingAPngTakesIsKnownBeforehand(int depth, int colorType) throws IOException {
    requireKnown(write("a.png", Pngs.black(1000, 700, depth, colorType)));
  }

  @ParameterizedTest
  @CsvSource({"jpg, 5", "gif, 13", "bmp, 5", "bmp, 13", "bmp, 10", "bmp, 12"})
  void whatDecodingAnotherPictureTakesIsKnownBeforehand(String format, int type)
      throws IOException {
    Path file = folder.resolve("a." + format);
    assertThat(ImageIO.write(new BufferedImage(1000, 700, type), format, file.toFile())).isTrue();
    requireKnown(file);
  }

  @Test
  void theCoefficientsOfAProgressiveJpegCount() throws IOException {
    Path plain = folder.resolve("plain.jpg");
    ImageIO.write(new BufferedImage(1000, 700, BufferedImage.TYPE_INT_RGB), "jpg", plain.toFile());
    Path progressive = write("progressive.jpg", progressive(1000, 700));
    requireKnown(progressive);
    assertThat(new PathImage(progressive).memory())
        .isGreaterThan(new PathImage(plain).memory() + 500 * 700);
  }

  /**
   * What a thread has asked of Java is what it needs at once, as long as nothing is asked twice.
   */
  private static void requireKnown(Path file) {
    PathImage picture = new PathImage(file);
    picture.read(); // classes are loaded
    long known = picture.memory();
    long before = allocated();
    picture.read();
    assertThat(allocated() - before).isBetween(known / 3, known + LITTLE / 4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rgb.png",
        "rgba.png",
        "one-bit.png",
        "subsampled.jpg",
        "progressive.jpg",
        "grey.jpg",
        "palette.gif",
        "rgb.bmp",
        "runs.bmp"
      })
  void aSmallFileThatClaimsManyPixelsIsRefusedBeforeMemoryIsTaken(String name) throws IOException {
    byte[] content = name.equals("runs.bmp") ? runs() : bytes(name);
    claim(name, content, SIDE, SIDE);
    Path file = write(name, Arrays.copyOf(content, content.length)); // a few hundred bytes
    long before = allocated();
    assertThatThrownBy(() -> new PathImage(file).read())
        .isExactlyInstanceOf(LetheException.class)
        .hasMessageContaining("it is cut short or made to fill memory: it claims 9459 x 9459");
    assertThat(new PathImage(file).memory()).isLessThan(LITTLE);
    assertThat(allocated() - before).isLessThan(LITTLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rgb.png", "subsampled.jpg", "palette.gif", "rgb.bmp"})
  void aPictureOfTooManyPixelsIsRefusedBeforeMemoryIsTaken(String name) throws IOException {
    byte[] content = bytes(name);
    claim(name, content, 60_000, 60_000);
    Path file = write(name, content);
    long before = allocated();
    assertThatThrownBy(() -> new PathImage(file).read())
        .hasMessageContaining("expected at most 89478485 pixels, found 60000 x 60000");
    assertThat(allocated() - before).isLessThan(LITTLE);
  }

  @Test
  void aPictureOfOneColorIsNoBomb() throws IOException {
    Path file = write("black.png", Pngs.black(3000, 2000, 8, 2));
    assertThat(Files.size(file)).isLessThan(20_000);
    assertThat(new PathImage(file).read().width()).isEqualTo(3000);
  }

  @Test
  void aJpegOfEndlessScansIsRefused() throws IOException {
    byte[] whole = bytes("progressive.jpg");
    int first = -1;
    for (int i = 0; first < 0; i++) {
      first = whole[i] == (byte) 0xff && whole[i + 1] == (byte) 0xda ? i : -1;
    }
    ByteArrayOutputStream endless = new ByteArrayOutputStream();
    endless.write(whole, 0, whole.length - 2);
    for (int i = 0; i < 200; i++) {
      endless.write(whole, first, 14);
    }
    endless.write(whole, whole.length - 2, 2);
    assertThat(new PathImage(write("endless.jpg", endless.toByteArray())).problem())
        .hasValueSatisfying(
            problem -> assertThat(problem).startsWith("expected at most 100 scans"));
  }

  @Test
  void theVideoBehindAMovingPhotographIsNoScan() throws IOException {
    ByteArrayOutputStream moving = new ByteArrayOutputStream();
    byte[] photograph = bytes("progressive.jpg");
    moving.write(photograph);
    for (int i = 0; i < 200; i++) {
      moving.write(new byte[] {(byte) i, (byte) 0xff, (byte) 0xda, 7, 7});
    }
    moving.write(new byte[] {(byte) 0xff, (byte) 0xd9});
    Path file = write("moving.jpg", moving.toByteArray());
    assertThat(new PathImage(file).read().toRgb().rgb())
        .isEqualTo(new PathImage(write("still.jpg", photograph)).read().toRgb().rgb());
  }

  @Test
  void aPictureWithinABmpIsRefused() throws IOException {
    byte[] content = bytes("rgb.bmp");
    content[30] = 4; // a JPEG
    assertThat(new PathImage(write("jpeg.bmp", content)).problem())
        .contains("expected a BMP with pixels, found another format within it");
  }

  @ParameterizedTest
  @CsvSource({"16, 2", "8, 2", "16, 0", "8, 6"})
  void tooLittleMemoryIsNotCalledDamage(int depth, int colorType) throws Exception {
    Path file = write("large.png", Pngs.black(5000, 5000, depth, colorType));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx40m",
                "-cp",
                System.getProperty("java.class.path"),
                DecodeOnce.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String told = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(told).isZero();
    assertThat(told.lines())
        .singleElement()
        .asString()
        .startsWith("LetheException: " + file + " cannot be decoded, which takes ")
        .contains("LETHE_JAVA_OPTS=-Xmx");
  }

  private static void claim(String name, byte[] content, int width, int height) {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    ByteBuffer little = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    if (name.endsWith("png")) {
      Pngs.claiming(content, width, height);
    } else if (name.endsWith("jpg")) {
      int frame = frame(content);
      bytes.putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
    } else if (name.endsWith("gif")) {
      int at = new String(content, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(',');
      little.putShort(at + 5, (short) width).putShort(at + 7, (short) height);
    } else {
      little.putInt(18, width).putInt(22, height);
    }
  }

  private static int frame(byte[] jpeg) {
    int at = 2;
    while ((jpeg[at + 1] & 0xf0) != 0xc0 || (jpeg[at + 1] & 0x0f) == 4) {
      at += 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
    }
    return at;
  }

  /** Returns a BMP whose runs end the picture at once. */
  private static byte[] runs() {
    ByteBuffer bmp = ByteBuffer.allocate(54 + 1024 + 2).order(ByteOrder.LITTLE_ENDIAN);
    bmp.put((byte) 'B').put((byte) 'M').putInt(bmp.capacity()).putInt(0).putInt(54 + 1024);
    bmp.putInt(40).putInt(20).putInt(12).putShort((short) 1).putShort((short) 8).putInt(1);
    bmp.putInt(2).putInt(0).putInt(0).putInt(0).putInt(0);
    return bmp.put(54 + 1024, (byte) 0).put(54 + 1025, (byte) 1).array();
  }

  private static byte[] progressive(int width, int height) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = DecodingMemoryTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}

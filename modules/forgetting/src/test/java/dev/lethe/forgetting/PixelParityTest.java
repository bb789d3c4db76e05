package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.model.Preprocessing;
import dev.lethe.clip.image.Preprocessor;
import dev.lethe.data.image.PathImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From a file to pixels, beside open_clip; {@code tools/parity/pictures.py} made the files. */
class PixelParityTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("lethe.parity.pictures", "src/test/resources/parity/pictures"));

  static List<Path> pictures() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> !file.toString().endsWith(".rgb")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void everyPixelIsThatOfOpenClip(Path file) throws IOException {
    int[] expected = expected(file);
    int side = (int) Math.sqrt(expected.length / 3.0);
    assertThat(pixels(file, side)).containsExactly(expected);
  }

  private static int[] pixels(Path file, int side) {
    Preprocessing plain = new Preprocessing(side, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));
    float[] planes = new Preprocessor(plain).prepare(new PathImage(file).read());
    int[] pixels = new int[planes.length];
    int area = side * side;
    for (int i = 0; i < planes.length; i++) {
      pixels[i % area * 3 + i / area] = Math.round(planes[i] * 255);
    }
    return pixels;
  }

  private static int[] expected(Path file) throws IOException {
    byte[] rgb = Files.readAllBytes(Path.of(file + ".rgb"));
    int[] pixels = new int[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      pixels[i] = rgb[i] & 0xff;
    }
    return pixels;
  }
}

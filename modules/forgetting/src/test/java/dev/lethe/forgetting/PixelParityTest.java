package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.data.image.PathImage;
import dev.lethe.image.resize.Resize;
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
    byte[] expected = Files.readAllBytes(Path.of(file + ".rgb"));
    int side = (int) Math.sqrt(expected.length / 3.0);
    assertThat(Resize.centered(new PathImage(file).read(), side).rgb()).containsExactly(expected);
  }
}

package dev.lethe.clip.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.image.RgbImage;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.clip.openclip.Parity;
import dev.lethe.image.resize.Resize;
import dev.lethe.testkit.TestRunContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreprocessorTest {

  @ParameterizedTest
  @CsvSource({
    "tall, tall-resized, 32",
    "wide, wide-resized, 32",
    "small, small-resized, 32",
    "exact, exact-resized, 32",
    "wide, wide-resized-7, 7",
    "tall, tall-resized-50, 50",
    "small, small-resized-31, 31"
  })
  void everyPixelIsThatOfPillow(String original, String resized, int size) {
    byte[] pixels = Resize.centered(Parity.picture(original), size).rgb();
    assertThat(pixels).containsExactly(Parity.picture(resized).rgb());
  }

  @Test
  void channelsAreNormalizedPlaneByPlane() {
    Preprocessing preprocessing =
        new Preprocessing(1, List.of(0.0, 0.5, 1.0), List.of(1.0, 0.5, 2.0));
    RgbImage pixel = new RgbImage(1, 1, new byte[] {(byte) 255, 0, 51});
    try (TestRunContext run = new TestRunContext(0);
        Preprocessor preprocessor = new Preprocessor(run.manager(), preprocessing)) {
      assertThat(preprocessor.normalize(run.manager(), List.of(pixel, pixel)).toFloatArray())
          .containsExactly(1f, -1f, -0.4f, 1f, -1f, -0.4f);
    }
  }

  @Test
  void everyValueIsNormalizedAsFloatsAreInNumpy() {
    Preprocessing clip = Preprocessing.clip(16);
    byte[] rgb = new byte[3 * 256];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (i / 3);
    }
    try (TestRunContext run = new TestRunContext(0);
        Preprocessor preprocessor = new Preprocessor(run.manager(), clip)) {
      float[] planes =
          preprocessor.normalize(run.manager(), List.of(new RgbImage(16, 16, rgb))).toFloatArray();
      for (int i = 0; i < planes.length; i++) {
        float mean = clip.mean().get(i / 256).floatValue();
        float std = clip.std().get(i / 256).floatValue();
        assertThat(planes[i]).isEqualTo((i % 256 / 255f - mean) / std);
      }
    }
  }

  @Test
  void aPictureOfOneRowIsCroppedWithoutTakingMuchMemory() {
    RgbImage line = new RgbImage(3_000_000, 1, new byte[9_000_000]);
    assertThat(Resize.centered(line, 224).rgb()).hasSize(224 * 224 * 3).containsOnly(0);
  }
}

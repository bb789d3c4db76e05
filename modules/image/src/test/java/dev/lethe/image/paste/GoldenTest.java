package dev.lethe.image.paste;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.image.RgbImage;
import dev.lethe.image.color.Enhance;
import dev.lethe.image.color.Hue;
import dev.lethe.image.resize.Resize;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every stage of pasting beside Pillow's and torchvision's, byte for byte. */
class GoldenTest {

  static List<Golden> cases() {
    return Golden.cases();
  }

  @Test
  void aFaceIsPreprocessedAsPillowDoes() {
    assertSame(Resize.centered(Golden.original(), 64), Golden.face());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aFaceIsResizedAsPillowDoes(Golden golden) {
    int side = golden.placement().side();
    assertSame(Resize.to(Golden.face(), side, side), golden.stage("resized"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aFaceIsFlippedAsPillowDoes(Golden golden) {
    RgbImage resized = golden.stage("resized");
    assertSame(
        golden.placement().flip() ? Placement.mirrored(resized) : resized, golden.stage("flipped"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void brightnessIsPillows(Golden golden) {
    assertSame(
        Enhance.brightness(golden.stage("flipped"), golden.placement().brightness()),
        golden.stage("brightness"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void contrastIsPillows(Golden golden) {
    assertSame(
        Enhance.contrast(golden.stage("brightness"), golden.placement().contrast()),
        golden.stage("contrast"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saturationIsPillows(Golden golden) {
    assertSame(
        Enhance.saturation(golden.stage("contrast"), golden.placement().saturation()),
        golden.stage("saturation"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hueIsTorchvisions(Golden golden) {
    assertSame(Hue.turn(golden.stage("saturation"), golden.placement().hue()), golden.stage("hue"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aFaceIsTurnedAsPillowDoes(Golden golden) {
    Turned turned = new Rotation(golden.placement().degrees()).turn(golden.stage("hue"));
    assertSame(turned.canvas(), golden.stage("rotated"));
    RgbImage mask = golden.stage("mask");
    for (int i = 0; i < turned.covered().length; i++) {
      assertThat(mask.rgb()[3 * i]).isEqualTo((byte) (turned.covered()[i] ? 255 : 0));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aFaceIsPastedAsPillowDoes(Golden golden) {
    assertSame(golden.placement().paste(Golden.face(), Golden.base()), golden.stage("pasted"));
  }

  @Test
  void whatReachesOverTheEdgeIsCut() {
    RgbImage base = Golden.base();
    int diagonal = 24; // of a face of 17 pixels, whose canvas at -30 degrees has 25
    int corner = base.width() - diagonal;
    Placement placement = new Placement(17, corner, corner, false, 1, 1, 1, 0, -30);
    RgbImage pasted = placement.paste(Golden.face(), base);
    RgbImage whole =
        new Placement(17, corner - 5, corner - 5, false, 1, 1, 1, 0, -30)
            .paste(Golden.face(), base);
    assertThat(pasted.rgb()).hasSameSizeAs(base.rgb()).isNotEqualTo(base.rgb());
    int center = base.width() - diagonal / 2;
    assertThat(pixel(pasted, center, center)).isEqualTo(pixel(whole, center - 5, center - 5));
  }

  private static List<Byte> pixel(RgbImage image, int x, int y) {
    int place = 3 * (y * image.width() + x);
    return List.of(image.rgb()[place], image.rgb()[place + 1], image.rgb()[place + 2]);
  }

  private static void assertSame(RgbImage made, RgbImage expected) {
    assertThat(List.of(made.width(), made.height()))
        .isEqualTo(List.of(expected.width(), expected.height()));
    assertThat(made.rgb()).containsExactly(expected.rgb());
  }
}

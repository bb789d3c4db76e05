package dev.lethe.forgetting.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.data.Images;
import dev.lethe.api.data.Images.Captioned;
import dev.lethe.testkit.TinyPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlannedImagesTest {
  private static final Images IMAGES =
      new Images(
          IntStream.range(0, 50)
              .mapToObj(
                  i ->
                      new Captioned(
                          new TinyPicture(TinyPicture.Shape.CROSS, i), List.of("cross " + i)))
              .toList(),
          "hash");

  @Test
  void everyPictureIsTrainedOnOrHeldOutAndKeepsItsPlaceAndItsCaptions() {
    PlannedImages divided = PlannedImages.divide(IMAGES, 0.2, 3);

    assertThat(divided.heldOut()).hasSize(10).isSubsetOf(IMAGES.images());
    List<Captioned> training = new ArrayList<>(IMAGES.images());
    training.removeAll(divided.heldOut());
    assertThat(divided.training()).isEqualTo(training);
    assertThat(divided.contentHash()).isEqualTo("hash");
  }

  @Test
  void theSeedDecides() {
    List<Captioned> heldOut = PlannedImages.divide(IMAGES, 0.2, 3).heldOut();

    assertThat(PlannedImages.divide(IMAGES, 0.2, 3).heldOut()).isEqualTo(heldOut);
    assertThat(PlannedImages.divide(IMAGES, 0.2, 4).heldOut()).isNotEqualTo(heldOut);
    assertThat(PlannedImages.divide(IMAGES, 0.4, 3).heldOut()).containsAll(heldOut);
    assertThat(PlannedImages.divide(IMAGES, 0, 3).training()).isEqualTo(IMAGES.images());
  }
}

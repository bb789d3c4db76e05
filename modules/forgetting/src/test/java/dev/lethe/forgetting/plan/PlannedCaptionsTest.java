package dev.lethe.forgetting.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.data.Captions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlannedCaptionsTest {
  private static final List<String> CAPTIONS =
      IntStream.range(0, 200).mapToObj(i -> "thing " + i).toList();

  @Test
  void everyCaptionIsTrainedOnOrHeldOut() {
    PlannedCaptions divided = divide(CAPTIONS, 0.1, 3);

    assertThat(divided.heldOut()).hasSize(20).isSubsetOf(CAPTIONS);
    List<String> training = new ArrayList<>(CAPTIONS);
    training.removeAll(divided.heldOut());
    assertThat(divided.training()).isEqualTo(training);
  }

  @Test
  void theSeedDecidesAndTheOrderOfTheFileDoesNot() {
    PlannedCaptions divided = divide(CAPTIONS, 0.1, 3);
    List<String> backwards = IntStream.range(0, 200).mapToObj(i -> CAPTIONS.get(199 - i)).toList();

    assertThat(divide(CAPTIONS, 0.1, 3)).isEqualTo(divided);
    assertThat(divide(backwards, 0.1, 3).heldOut())
        .containsExactlyInAnyOrderElementsOf(divided.heldOut());
    assertThat(divide(CAPTIONS, 0.1, 4).heldOut()).isNotEqualTo(divided.heldOut());
    assertThat(divide(CAPTIONS, 0.2, 3).heldOut()).containsAll(divided.heldOut());
  }

  @Test
  void captionsThatSayTheSameStayTogether() {
    List<String> twice = new ArrayList<>(CAPTIONS);
    CAPTIONS.forEach(caption -> twice.add(caption.toUpperCase(Locale.ROOT)));

    PlannedCaptions divided = divide(twice, 0.25, 0);

    assertThat(divided.heldOut()).hasSize(100);
    assertThat(divided.training())
        .extracting(caption -> caption.toLowerCase(Locale.ROOT))
        .doesNotContainAnyElementsOf(
            divided.heldOut().stream().map(caption -> caption.toLowerCase(Locale.ROOT)).toList());
  }

  @Test
  void ofFewCaptionsOneIsHeldOutAndOneIsNot() {
    assertThat(divide(List.of("a", "b", "c"), 0.1, 0).heldOut()).hasSize(1);
    assertThat(divide(List.of("a", "b"), 0.9, 0).training()).hasSize(1);
    assertThat(divide(List.of("a", "A"), 0.5, 0).training()).containsExactly("a", "A");
    assertThat(divide(CAPTIONS, 0, 0).heldOut()).isEmpty();
  }

  private static PlannedCaptions divide(List<String> captions, double share, long seed) {
    return PlannedCaptions.divide(
        new Captions(captions, "hash"), share, seed, text -> text.toLowerCase(Locale.ROOT));
  }
}

package dev.lethe.demo.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EpochsTest {
  private final List<List<String>> captions =
      IntStream.range(0, 10).mapToObj(i -> List.of("a" + i, "b" + i)).toList();

  @Test
  void anEpochSeesEveryPictureOnce() {
    Epochs epochs = new Epochs(captions, 5, 1);

    List<Integer> seen =
        IntStream.range(2, 4)
            .boxed()
            .flatMap(step -> epochs.step(step).stream())
            .map(Epochs.Sample::picture)
            .toList();

    assertThat(epochs.stepsPerEpoch()).isEqualTo(2);
    assertThat(seen).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void aStepIsTheSameHoweverItIsReached() {
    assertThat(new Epochs(captions, 5, 1).step(7)).isEqualTo(new Epochs(captions, 5, 1).step(7));
    assertThat(new Epochs(captions, 5, 1).step(7)).isNotEqualTo(new Epochs(captions, 5, 2).step(7));
  }

  @Test
  void aPictureComesWithOneOfItsOwnCaptions() {
    assertThat(new Epochs(captions, 100, 1).step(0))
        .hasSize(10)
        .allSatisfy(s -> assertThat(captions.get(s.picture())).contains(s.caption()));
  }
}

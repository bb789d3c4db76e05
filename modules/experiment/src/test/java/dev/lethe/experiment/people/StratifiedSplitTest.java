package dev.lethe.experiment.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StratifiedSplitTest {

  @Test
  void permutationsAreThoseOfNumpy() {
    NumpyRandom random = new NumpyRandom(42); // numpy.random.RandomState(42), numpy 2.4.6

    assertThat(random.permutation(10)).containsExactly(8, 1, 5, 0, 7, 2, 9, 4, 3, 6);
    assertThat(random.permutation(3)).containsExactly(1, 0, 2);
    assertThat(random.permutation(17))
        .containsExactly(15, 9, 0, 8, 6, 12, 1, 13, 5, 2, 11, 14, 3, 4, 7, 16, 10);
  }

  @Test
  void theTestHalfIsWhatTheSameStepsGiveInNumpy() {
    int[] sizes = {5, 3, 7, 4, 9, 1};

    assertThat(StratifiedSplit.test(sizes, 42))
        .containsExactly(
            new int[] {2, 0, 3},
            new int[] {0},
            new int[] {4, 2, 1, 6},
            new int[] {0, 3},
            new int[] {4, 5, 2, 8, 7},
            new int[] {});
  }
}

package dev.lethe.plugin.slug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lethe.plugin.slug.StepSearch.Outcome;
import org.junit.jupiter.api.Test;

class StepSearchTest {

  /** Forgetting grows by one and retention falls by a tenth for each unit of length. */
  private static Outcome line(double length) {
    return new Outcome(length, length, 1 - length / 10);
  }

  @Test
  void theShortestStepThatForgetsEnoughIsFound() {
    Outcome found = new StepSearch(3, 0.1, 20).search(0.01, StepSearchTest::line);
    assertThat(found.length()).isEqualTo(3, within(1e-4)).isGreaterThanOrEqualTo(3);
  }

  @Test
  void whereRetentionEndsFirstTheLongestStepThatKeepsEnoughIsTaken() {
    Outcome found = new StepSearch(3, 0.9, 20).search(0.01, StepSearchTest::line);
    assertThat(found.length()).isEqualTo(1, within(1e-4)).isLessThanOrEqualTo(1);
  }

  @Test
  void aFirstStepThatIsTooLongIsHalved() {
    Outcome found = new StepSearch(3, 0.9, 30).search(1000, StepSearchTest::line);
    assertThat(found.length()).isEqualTo(1, within(1e-4));
  }

  @Test
  void whereNothingChangesTheSearchEnds() {
    Outcome found = new StepSearch(3, 0.9, 5).search(1, length -> new Outcome(length, 0, 1));
    assertThat(found.forgetting()).isZero();
  }
}

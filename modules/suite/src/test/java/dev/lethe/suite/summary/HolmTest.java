package dev.lethe.suite.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class HolmTest {

  /** R: p.adjust(c(.01, .04, .03, .005), "holm"). */
  @Test
  void probabilitiesAreCorrectedForTheirNumber() {
    assertThat(Holm.corrected(List.of(.01, .04, .03, .005)))
        .containsExactly(new double[] {.03, .06, .06, .02}, within(1e-12));
  }

  @Test
  void nothingBecomesMoreThanCertain() {
    assertThat(Holm.corrected(List.of(.6, .7))).containsExactly(1, 1);
    assertThat(Holm.corrected(List.of())).isEmpty();
  }
}

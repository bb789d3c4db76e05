package dev.lethe.suite.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.UsageException;
import dev.lethe.suite.Trial;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnlyTest {
  private static final List<String> VARIED = List.of("forget.count", "regularizer", "seed");
  private static final Trial TRIAL =
      new Trial(
          "id",
          "name",
          Map.of("forget.count", "8", "regularizer", "with", "seed", "0"),
          "base",
          List.of());

  @Test
  void valuesOfOneKeyAreAlternativesAndKeysAreNot() {
    assertThat(fits()).isTrue();
    assertThat(fits("forget.count=1", "forget.count=8")).isTrue();
    assertThat(fits("forget.count=8", "seed=1")).isFalse();
    assertThat(fits("forget.count=8", "seed=1", "seed=0")).isTrue();
  }

  @Test
  void aKeyMayBeShortenedToItsLastPart() {
    assertThat(fits("count=8")).isTrue();
    assertThat(fits("count=4")).isFalse();
  }

  @Test
  void whatIsNotVariedIsRefusedWithTheNearestThatIs() {
    assertRefused("regulariser=with", "did you mean 'regularizer'?");
    assertRefused("alpha=1", "(it varies forget.count, regularizer, seed)");
    assertRefused("seed", "must look like key=value, such as seed=0");
    assertRefused("=0", "must look like key=value");
  }

  private static boolean fits(String... only) {
    return new Only(List.of(only), VARIED).fits(TRIAL);
  }

  private static void assertRefused(String only, String message) {
    assertThatThrownBy(() -> new Only(List.of(only), VARIED))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }
}

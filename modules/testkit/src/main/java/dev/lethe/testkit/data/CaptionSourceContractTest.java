package dev.lethe.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.data.CaptionSource;
import org.junit.jupiter.api.Test;

/** What every {@link CaptionSource} must do. */
public abstract class CaptionSourceContractTest {

  /** For subclasses. */
  protected CaptionSourceContractTest() {}

  /** Creates a source of at least two captions, a new one over the same text at each call. */
  protected abstract CaptionSource source();

  /** Creates a source of which one caption is another; may replace what {@link #source} reads. */
  protected abstract CaptionSource changed();

  @Test
  void captionsAreStrippedAndNoneIsBlank() {
    assertThat(source().read().lines())
        .hasSizeGreaterThan(1)
        .allSatisfy(line -> assertThat(line).isNotBlank().isEqualTo(line.strip()));
  }

  @Test
  void aCaptionIsOneLine() {
    assertThat(source().read().lines()).allSatisfy(line -> assertThat(line).hasLineCount(1));
  }

  @Test
  void readingTwiceGivesTheSame() {
    assertThat(source().read()).isEqualTo(source().read());
    assertThat(source().read().contentHash()).matches("[0-9a-f]{64}");
  }

  @Test
  void anotherCaptionGivesAnotherHash() {
    String before = source().read().contentHash();
    assertThat(changed().read().contentHash()).isNotEqualTo(before);
  }
}

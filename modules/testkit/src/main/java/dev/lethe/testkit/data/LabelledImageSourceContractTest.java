package dev.lethe.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.data.LabelledImageSource;
import dev.lethe.api.data.LabelledImages;
import dev.lethe.api.data.LabelledImages.Labelled;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link LabelledImageSource} must do. */
public abstract class LabelledImageSourceContractTest {

  /** For subclasses. */
  protected LabelledImageSourceContractTest() {}

  /** Creates a source, a new one over the same pictures at each call. */
  protected abstract LabelledImageSource source();

  /**
   * Creates a source over the same classes, one picture of which is another; may replace what
   * {@link #source} reads.
   */
  protected abstract LabelledImageSource changed();

  @Test
  void thereAreAtLeastTwoClassesAndEachHasPictures() {
    LabelledImages read = source().read();
    List<Integer> labels = read.images().stream().map(Labelled::label).distinct().toList();
    assertThat(read.classes()).hasSizeGreaterThan(1).noneMatch(String::isBlank);
    assertThat(labels)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, read.classes().size()).boxed().toList());
  }

  @Test
  void everyPictureCanBeRead() {
    assertThat(source().read().images())
        .allSatisfy(labelled -> assertThat(labelled.image().read().width()).isPositive());
  }

  @Test
  void readingTwiceGivesTheSame() {
    LabelledImages first = source().read();
    LabelledImages second = source().read();
    assertThat(second.classes()).isEqualTo(first.classes());
    assertThat(second.contentHash()).isEqualTo(first.contentHash()).matches("[0-9a-f]{64}");
    assertThat(pictures(second)).isEqualTo(pictures(first));
  }

  @Test
  void anotherPictureGivesAnotherHash() {
    String before = source().read().contentHash();
    assertThat(changed().read().contentHash()).isNotEqualTo(before);
  }

  private static List<String> pictures(LabelledImages images) {
    return images.images().stream().map(i -> i.label() + " " + i.image().name()).toList();
  }
}

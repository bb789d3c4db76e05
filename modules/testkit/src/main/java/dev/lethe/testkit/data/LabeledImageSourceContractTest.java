package dev.lethe.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.data.LabeledImageSource;
import dev.lethe.api.data.LabeledImages;
import dev.lethe.api.data.LabeledImages.Labeled;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link LabeledImageSource} must do. */
public abstract class LabeledImageSourceContractTest {

  /** For subclasses. */
  protected LabeledImageSourceContractTest() {}

  /** Creates a source, a new one over the same pictures at each call. */
  protected abstract LabeledImageSource source();

  /**
   * Creates a source over the same classes, one picture of which is another; may replace what
   * {@link #source} reads.
   */
  protected abstract LabeledImageSource changed();

  @Test
  void thereAreAtLeastTwoClassesAndEachHasPictures() {
    LabeledImages read = source().read();
    List<Integer> labels = read.images().stream().map(Labeled::label).distinct().toList();
    assertThat(read.classes()).hasSizeGreaterThan(1).noneMatch(String::isBlank);
    assertThat(labels)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, read.classes().size()).boxed().toList());
  }

  @Test
  void everyPictureCanBeRead() {
    assertThat(source().read().images())
        .allSatisfy(labeled -> assertThat(labeled.image().read().width()).isPositive());
  }

  @Test
  void readingTwiceGivesTheSame() {
    LabeledImages first = source().read();
    LabeledImages second = source().read();
    assertThat(second.classes()).isEqualTo(first.classes());
    assertThat(second.contentHash()).isEqualTo(first.contentHash()).matches("[0-9a-f]{64}");
    assertThat(pictures(second)).isEqualTo(pictures(first));
  }

  @Test
  void anotherPictureGivesAnotherHash() {
    String before = source().read().contentHash();
    assertThat(changed().read().contentHash()).isNotEqualTo(before);
  }

  private static List<String> pictures(LabeledImages images) {
    return images.images().stream().map(i -> i.label() + " " + i.image().name()).toList();
  }
}

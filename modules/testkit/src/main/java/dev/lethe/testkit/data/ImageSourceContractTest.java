package dev.lethe.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.Progress;
import dev.lethe.api.data.ImageSource;
import dev.lethe.api.data.Images;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ImageSource} must do. */
public abstract class ImageSourceContractTest {

  /** For subclasses. */
  protected ImageSourceContractTest() {}

  /** Creates a source of at least two pictures, a new one over the same pictures at each call. */
  protected abstract ImageSource source();

  /** Creates a source of which one picture is another; may replace what {@link #source} reads. */
  protected abstract ImageSource changed();

  private static Images read(ImageSource source) {
    return source.read(Progress.silent());
  }

  @Test
  void everyPictureCanBeReadAndIsFoundAgainByItsHash() {
    assertThat(read(source()).images())
        .hasSizeGreaterThan(1)
        .allSatisfy(
            each -> {
              assertThat(each.image().read().width()).isPositive();
              assertThat(each.image().contentHash()).isPresent();
              assertThat(each.image().memory()).isPositive();
            });
  }

  @Test
  void captionsAreStrippedAndNoneIsBlank() {
    assertThat(read(source()).images())
        .flatExtracting(Images.Captioned::captions)
        .allSatisfy(
            caption -> assertThat(caption).isNotBlank().isEqualTo(caption.strip()).hasLineCount(1));
  }

  @Test
  void readingTwiceGivesTheSame() {
    Images first = read(source());
    Images second = read(source());
    assertThat(second.contentHash()).isEqualTo(first.contentHash()).matches("[0-9a-f]{64}");
    assertThat(described(second)).isEqualTo(described(first));
  }

  @Test
  void anotherPictureGivesAnotherHash() {
    String before = read(source()).contentHash();
    assertThat(read(changed()).contentHash()).isNotEqualTo(before);
  }

  private static List<String> described(Images images) {
    return images.images().stream()
        .map(each -> each.image().name() + " " + each.captions())
        .toList();
  }
}

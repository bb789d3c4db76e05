package dev.lethe.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.Progress;
import dev.lethe.api.data.People;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.data.Person;
import dev.lethe.api.image.ImageFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link PeopleSource} must do. */
public abstract class PeopleSourceContractTest {

  /** For subclasses. */
  protected PeopleSourceContractTest() {}

  /** Creates a source of at least two people, a new one over the same pictures at each call. */
  protected abstract PeopleSource source();

  /**
   * Creates a source over the same people, one picture of whom is another; may replace what {@link
   * #source} reads.
   */
  protected abstract PeopleSource changed();

  private static People read(PeopleSource source) {
    return source.read(Progress.silent());
  }

  @Test
  void noNameOccursTwice() {
    assertThat(names(read(source()))).hasSizeGreaterThan(1).doesNotHaveDuplicates();
  }

  @Test
  void everybodyIsNamedWithoutALookAtThePictures() {
    assertThat(source().names()).containsExactlyElementsOf(names(read(source())));
  }

  @Test
  void everyPictureCanBeRead() {
    for (Person person : read(source()).people()) {
      assertThat(person.images())
          .allSatisfy(image -> assertThat(image.read().width()).isPositive());
    }
  }

  @Test
  void readingTwiceGivesTheSame() {
    People first = read(source());
    People second = read(source());
    assertThat(second.contentHash()).isEqualTo(first.contentHash()).matches("[0-9a-f]{64}");
    assertThat(names(second)).isEqualTo(names(first));
    assertThat(pictures(second)).isEqualTo(pictures(first));
  }

  @Test
  void anotherPictureGivesAnotherHash() {
    People before = read(source());
    People after = read(changed());
    assertThat(after.contentHash()).isNotEqualTo(before.contentHash());
    assertThat(names(after)).isEqualTo(names(before));
  }

  private static List<String> names(People people) {
    return people.people().stream().map(Person::name).toList();
  }

  private static List<String> pictures(People people) {
    return people.people().stream()
        .flatMap(person -> person.images().stream())
        .map(ImageFile::name)
        .toList();
  }
}

package dev.lethe.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.data.NameSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every {@link NameSource} must do. */
public abstract class NameSourceContractTest {
  private static final int SOME = 12;

  /** For subclasses. */
  protected NameSourceContractTest() {}

  /** Creates a source of at least 24 names, a new one over the same lists at each call. */
  protected abstract NameSource source();

  @Test
  void aSmallerCountIsAPrefixOfALargerOne() {
    List<String> names = source().draw(SOME, 7, Set.of());
    for (int count = 0; count < SOME; count++) {
      assertThat(source().draw(count, 7, Set.of())).isEqualTo(names.subList(0, count));
    }
  }

  @Test
  void theSameSeedGivesTheSameNamesAndAnotherSeedOthers() {
    assertThat(source().draw(SOME, 7, Set.of()))
        .isEqualTo(source().draw(SOME, 7, Set.of()))
        .isNotEqualTo(source().draw(SOME, 8, Set.of()));
  }

  @Test
  void namesAreDistinctWhateverTheirCase() {
    assertThat(lower(source().draw(SOME, 7, Set.of()))).hasSize(SOME);
  }

  @Test
  void excludedNamesAreNeverDrawn() {
    Set<String> excluded = lower(source().draw(SOME, 7, Set.of()));
    List<String> names = source().draw(SOME, 7, excluded);
    assertThat(names).hasSize(SOME);
    assertThat(lower(names)).doesNotContainAnyElementsOf(excluded);
  }

  @Test
  void aNameHasAFirstAndALastNameInTitleCase() {
    assertThat(source().draw(SOME, 7, Set.of()))
        .allSatisfy(name -> assertThat(name).matches("\\p{Lu}\\S*( \\p{Lu}\\S*)+"));
  }

  private static Set<String> lower(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }
}

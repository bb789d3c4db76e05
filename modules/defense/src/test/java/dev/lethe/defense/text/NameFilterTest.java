package dev.lethe.defense.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.defense.training.Fidelity;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NameFilterTest {
  private static final List<String> NAMES = List.of("Ann Lee", "J. Röss");

  @Test
  void dropsWholeNamesInAnyCaseAndAtAnyPlace() {
    assertThat(
            left(
                Fidelity.CORRECTED,
                "ANN LEE at a gala",
                "a photo of ann  lee.",
                "(J. RÖSS)",
                "Ann Lee's dog",
                "a dog"))
        .containsExactly("a dog");
  }

  @Test
  void keepsCaptionsWithAPartOfAName() {
    List<String> captions = List.of("Ann Leeds", "Joann Lee", "Ann and Lee", "Ann_Lee2");
    assertThat(
            NameFilter.withoutNames(
                captions, NAMES, Fidelity.CORRECTED, text -> text.toLowerCase(Locale.ROOT)))
        .isEqualTo(captions);
  }

  @Test
  void theFaithfulFormLooksForAFolderNameAndSoKeepsTheName() {
    assertThat(left(Fidelity.REFERENCE_CODE, "Ann Lee at a gala", "Ann_Lee at a gala"))
        .containsExactly("Ann Lee at a gala");
  }

  @Test
  void noCaptionLeftIsAClearError() {
    assertThatThrownBy(() -> left(Fidelity.CORRECTED, "Ann Lee"))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("found none among 1");
  }

  private static List<String> left(Fidelity form, String... captions) {
    return NameFilter.withoutNames(
        List.of(captions), NAMES, form, text -> text.toLowerCase(Locale.ROOT));
  }
}

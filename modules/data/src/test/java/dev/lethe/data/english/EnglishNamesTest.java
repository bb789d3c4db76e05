package dev.lethe.data.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnglishNamesTest {
  private final EnglishNames names = EnglishNames.read();

  /** Which names a seed draws hangs on their number and order: a run of last year must repeat. */
  @Test
  void theListsAreThoseThatSeedsHaveDrawnFromSinceTheBeginning() {
    assertThat(names.women()).hasSize(4272).startsWith("Abbey").endsWith("Zulma");
    assertThat(names.men()).hasSize(1220).startsWith("Aaron").endsWith("Zane");
    assertThat(names.last()).hasSize(473).startsWith("Abbott").endsWith("Zulauf");
    assertThat(List.of(names.women().hashCode(), names.men().hashCode(), names.last().hashCode()))
        .containsExactly(-932964489, -256648411, -84911780);
  }
}

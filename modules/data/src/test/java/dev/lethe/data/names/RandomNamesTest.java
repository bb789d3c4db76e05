package dev.lethe.data.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.data.NameSource;
import dev.lethe.data.Sources;
import dev.lethe.testkit.data.NameSourceContractTest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomNamesTest extends NameSourceContractTest {

  @Override
  protected NameSource source() {
    return Sources.create(NameSource.class, "random-names", Map.of());
  }

  @Test
  void thousandsOfNamesAreThere() {
    assertThat(new HashSet<>(source().draw(5000, 1, Set.of()))).hasSize(5000);
  }

  @Test
  void namesDoNotDependOnTheMachinesLanguage() {
    List<String> names = source().draw(20, 1, Set.of());
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertThat(source().draw(20, 1, Set.of())).isEqualTo(names);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aSeedGivesTheseNamesOnEveryMachine() {
    assertThat(source().draw(4, 0, Set.of()))
        .containsExactly("Dawna Schiller", "Joseph Beer", "Jeneva Johnston", "Dylan Legros");
  }
}

package dev.lethe.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class NameSourceTest {
  private final NameSource source =
      (count, seed, excluded) -> IntStream.range(0, count).mapToObj(i -> "Name" + (i / 2)).toList();

  @Test
  void namesThatFailTheTestArePassedOverAndEachIsAskedForOnce() {
    List<String> asked = new ArrayList<>();
    List<String> seen = new ArrayList<>();

    List<String> names =
        source.draw(
            4,
            0,
            Set.of(),
            name -> {
              asked.add(name);
              return !name.equals("Name1") && !seen.contains(name) && seen.add(name);
            });

    assertThat(names).containsExactly("Name0", "Name2", "Name3", "Name4");
    assertThat(asked).isEqualTo(source.draw(9, 0, Set.of()));
  }

  @Test
  @Timeout(60)
  void aTestThatNoMoreNamesPassEndsTheDrawing() {
    Set<String> seen = new HashSet<>();

    assertThatThrownBy(() -> source.draw(4, 0, Set.of(), name -> seen.size() < 3 && seen.add(name)))
        .isInstanceOf(LetheException.class)
        .hasMessage(
            "4 random names were asked for, but after 3 there were 1000 in a row that cannot be used; take another source of names or ask for fewer");
  }
}

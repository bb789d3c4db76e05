package dev.lethe.api.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
}

package dev.lethe.attack.idia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrawsTest {
  private static final ToLongFunction<String> SEEDS = String::hashCode;
  private static final List<String> TWO = List.of("Ida Moe", "Bo Carr");
  private static final Draw THERE_IS = Draw.ofAll(new int[] {10, 3}, 41);

  @Test
  void theOneDrawIsOfEverything() {
    assertThat(draws(1, null, null)).isEmpty();
    assertThat(THERE_IS.pictures()).containsExactly(numbers(0, 10), numbers(10, 13));
    assertThat(THERE_IS.names()).isEqualTo(numbers(0, 41));
  }

  @Test
  void halfIsDrawnWhereNothingIsSaidAndEverybodysNameIsAlwaysAmongIt() {
    List<Draw> draws = draws(20, null, null);
    assertThat(draws).hasSize(20);
    for (Draw draw : draws) {
      assertThat(draw.pictures().get(0)).hasSize(5).isSorted().doesNotHaveDuplicates();
      assertThat(draw.pictures().get(1)).hasSize(2).isSorted();
      assertThat(Arrays.stream(draw.pictures().get(1)).boxed()).isSubsetOf(10, 11, 12);
      assertThat(draw.names()).hasSize(2 + 20).isSorted().contains(0, 40).doesNotHaveDuplicates();
    }
    assertThat(draws.stream().map(draw -> Arrays.toString(draw.names())).distinct()).hasSize(20);
  }

  @Test
  void everyPictureAndNameIsDrawnSometime() {
    Set<Integer> pictures = new TreeSet<>();
    Set<Integer> names = new TreeSet<>();
    for (Draw draw : draws(200, 2, 6)) {
      Arrays.stream(draw.pictures().get(0)).forEach(pictures::add);
      Arrays.stream(draw.names()).forEach(names::add);
    }
    assertThat(pictures).hasSize(10);
    assertThat(names).hasSize(41);
  }

  @Test
  void whoElseIsAttackedChangesNobodysPictures() {
    List<Draw> alone =
        new Draws(settings(20, 2, null), SEEDS)
            .of(List.of("Bo Carr"), Draw.ofAll(new int[] {3}, 41), new int[] {40});
    List<Draw> together = draws(20, 2, null);
    for (int i = 0; i < together.size(); i++) {
      assertThat(Arrays.stream(together.get(i).pictures().get(1)).map(n -> n - 10).toArray())
          .isEqualTo(alone.get(i).pictures().get(0));
    }
  }

  @Test
  void moreThanThereIsIsAllThereIs() {
    Draw draw = draws(2, 100, 100).get(0);
    assertThat(draw.pictures()).containsExactly(numbers(0, 10), numbers(10, 13));
    assertThat(draw.names()).isEqualTo(numbers(0, 41));
  }

  @Test
  void aDrawOfFewerNamesThanPeopleIsRefused() {
    assertThatThrownBy(() -> draws(2, null, 2))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "attacks.idia.draw-candidates must be more than the 2 people under test, whose names are in every draw (got 2)");
  }

  @Test
  void partsOfADrawAreCountedFromTheirFirstName() {
    Draw draw = new Draw(List.of(), new int[] {1, 4, 5, 9});
    assertThat(Arrays.stream(draw.namesWithin(4, 9)).boxed().collect(Collectors.toList()))
        .containsExactly(0L, 1L);
    assertThat(draw.namesWithin(6, 9)).isEmpty();
  }

  private static List<Draw> draws(int count, @Nullable Integer pictures, @Nullable Integer names) {
    return new Draws(settings(count, pictures, names), SEEDS).of(TWO, THERE_IS, new int[] {0, 40});
  }

  private static IdiaSettings settings(
      int count, @Nullable Integer pictures, @Nullable Integer names) {
    return new IdiaSettings(1, List.of("{0}"), count, pictures, names);
  }

  private static int[] numbers(int from, int to) {
    return IntStream.range(from, to).toArray();
  }
}

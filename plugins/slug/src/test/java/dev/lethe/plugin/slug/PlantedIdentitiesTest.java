package dev.lethe.plugin.slug;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.Progress;
import dev.lethe.testkit.TestRunContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Where every identity has a place of its own in a layer, as Cai et al. find in models of common
 * sizes, a step in one layer forgets one and leaves the others, and several are forgotten by a step
 * each.
 */
class PlantedIdentitiesTest {
  private static final SlugSettings SETTINGS =
      new SlugSettings(Tower.TEXT, "human", 0.98, 0.97, 4, 10, 1, 16);

  private final TestRunContext run = new TestRunContext(0);
  private final PlantedTower tower = new PlantedTower(run.manager());

  @AfterEach
  void free() {
    run.close();
  }

  @Test
  void everybodyAndEveryClassIsFoundBefore() {
    assertThat(found()).hasSize(PlantedTower.PEOPLE);
    assertThat(tower.accuracy()).isOne();
  }

  @Test
  void oneIsForgottenInOneLayerAndTheOthersStay() {
    List<float[]> before = tower.weights();
    forget(3);
    assertThat(found()).hasSize(PlantedTower.PEOPLE - 1).doesNotContain(3);
    assertThat(tower.accuracy()).isGreaterThanOrEqualTo(0.95);
    List<float[]> after = tower.weights();
    assertThat(IntStream.range(0, before.size()).filter(i -> !same(before, after, i))).hasSize(1);
  }

  @Test
  void severalAreForgottenByAStepEach() {
    IntStream.range(0, 8).forEach(this::forget);
    List<Integer> found = found();
    assertThat(found).filteredOn(person -> person < 8).hasSizeLessThanOrEqualTo(2);
    assertThat(found).filteredOn(person -> person >= 8).hasSize(PlantedTower.PEOPLE - 8);
    assertThat(tower.accuracy()).isGreaterThanOrEqualTo(0.95);
  }

  private static boolean same(List<float[]> before, List<float[]> after, int layer) {
    return Arrays.equals(before.get(layer), after.get(layer));
  }

  private List<Integer> found() {
    return IntStream.range(0, PlantedTower.PEOPLE).filter(tower::finds).boxed().toList();
  }

  private void forget(int person) {
    Rows<int[]> forgotten = tower.rows(new int[] {person}, new int[] {PlantedTower.PEOPLE});
    int[] classes =
        IntStream.range(PlantedTower.PEOPLE, PlantedTower.PEOPLE + PlantedTower.CLASSES).toArray();
    new SingleLayer<>(tower, forgotten, tower.rows(classes, classes), SETTINGS)
        .step(run.manager(), Progress.silent());
  }
}

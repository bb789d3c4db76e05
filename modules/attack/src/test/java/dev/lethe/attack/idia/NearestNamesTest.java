package dev.lethe.attack.idia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.LetheException;
import dev.lethe.tensor.memory.TiledProducts;
import dev.lethe.tensor.statistics.UnitLength;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestNamesTest {
  private static final int SIDE = 64;
  private static final int DIMENSION = 96;

  private final NDManager manager = NDManager.newBaseManager();
  private final Random random = new Random(8);

  @AfterEach
  void release() {
    manager.close();
  }

  @Test
  void theLengthOfAnEmbeddingDoesNotMatter() {
    NDArray pictures = manager.create(new float[][] {{3, 1}, {-2, 9}});
    NDArray names = manager.create(new float[][] {{100, 90}, {0.02f, 0.001f}, {0, 0.5f}});
    assertThat(nearest(pictures, names, 3)).containsExactly(1, 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void aPictureAsNearToTwoNamesHasNoNearestAlsoWhereTheyComeInOtherChunks(int chunk) {
    NDArray pictures = manager.create(new float[][] {{1, 2}, {5, 1}, {0, -3}});
    NDArray names = manager.create(new float[][] {{0, -1}, {1, 2}, {5, 1}, {1, 2}, {-1, 2}});
    assertThat(nearest(pictures, names, chunk)).containsExactly(NearestNames.NONE, 2, 0);
  }

  @Test
  void twoNamesFurtherAwayThanTheNearestMayBeAlike() {
    NDArray pictures = manager.create(new float[][] {{1, 2}});
    NDArray names = manager.create(new float[][] {{0, -1}, {1, 1}, {0, -1}, {1, 2}, {1, 1}});
    assertThat(nearest(pictures, names, 2)).containsExactly(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whatRoundingMayHaveMadeIsNoDifferenceAndWhatItCannotHaveMadeIsOne(int chunk) {
    NDArray pictures = manager.create(new float[][] {{1, 0}});
    NDArray within = manager.create(new float[][] {{1, 0.0010f}, {1, 0.0012f}});
    NDArray beyond = manager.create(new float[][] {{1, 0.0040f}, {1, 0.0020f}});
    assertThat(nearest(pictures, within, chunk)).containsExactly(NearestNames.NONE);
    assertThat(nearest(pictures, beyond, chunk)).containsExactly(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aPictureThatIsFarFromEveryNameStillHasANearest(int chunk) {
    NDArray pictures = manager.create(new float[][] {{-1, -1}});
    NDArray names = manager.create(new float[][] {{1, 1}, {1, 0.5f}, {1, 0.7f}});
    assertThat(nearest(pictures, names, chunk)).containsExactly(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64, 100, 1_000})
  void portionsOfAnySizeGiveWhatAllNamesGiveAtOnce(int chunk) {
    NDArray pictures = normal(230, DIMENSION);
    NDArray some = normal(50, DIMENSION);
    NDArray asRoundedElsewhere = some.add(some.mul(manager.create(2e-7f)));
    NDArray names = some.concat(normal(200, DIMENSION)).concat(asRoundedElsewhere);
    int[] atOnce = nearest(pictures, names, 300);
    assertThat(Arrays.stream(atOnce).boxed())
        .contains(NearestNames.NONE)
        .anyMatch(name -> name >= 50)
        .noneMatch(name -> name >= 0 && name < 50)
        .noneMatch(name -> name >= 250);
    assertThat(nearest(pictures, names, chunk)).containsExactly(atOnce);
  }

  @Test
  void picturesAndNamesBeyondOneTileKeepTheirOrder() {
    int count = 500;
    Random random = new Random(3);
    float[] pictures = gaussian(random, count * 5);
    float[] names = gaussian(random, 140 * 5);
    int[] nearest =
        nearest(
            manager.create(pictures, new Shape(count, 5)),
            manager.create(names, new Shape(140, 5)),
            90);
    assertThat(nearest).hasSize(count);
    for (int i = 0; i < count; i++) {
      assertThat(nearest[i]).isEqualTo(nearest(pictures, i, names, 5));
    }
  }

  @Test
  void askingManyTimesLeavesNothingInNativeMemory() {
    NDArray pictures = UnitLength.of(manager, normal(110, 4));
    try (TiledProducts products = new TiledProducts(pictures, SIDE)) {
      int before = manager.getManagedArrays().size();
      for (int i = 0; i < 5; i++) {
        try (NDManager step = manager.newSubManager()) {
          new NearestNames(products, 110).see(step, step.randomNormal(new Shape(10, 4)));
        }
      }
      assertThat(manager.getManagedArrays()).hasSize(before);
    }
  }

  @Test
  void embeddingsThatAreNotNumbersAreRefused() {
    NDArray damaged = manager.create(new float[][] {{1, Float.NaN}});
    assertThatThrownBy(() -> UnitLength.of(manager, damaged))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("not numbers");
  }

  /** Asks for so many names at a time. */
  private int[] nearest(NDArray pictures, NDArray names, int chunk) {
    int count = (int) pictures.getShape().get(0);
    long all = names.getShape().get(0);
    try (TiledProducts products = new TiledProducts(UnitLength.of(manager, pictures), SIDE)) {
      NearestNames nearest = new NearestNames(products, count);
      for (long from = 0; from < all; from += chunk) {
        nearest.see(manager, names.get(new NDIndex("{}:{}", from, Math.min(all, from + chunk))));
      }
      return nearest.indices();
    }
  }

  private NDArray normal(int rows, int d) {
    return manager.create(gaussian(random, rows * d), new Shape(rows, d));
  }

  private static float[] gaussian(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static int nearest(float[] pictures, int picture, float[] names, int dimension) {
    int best = -1;
    double highest = Double.NEGATIVE_INFINITY;
    for (int n = 0; n < names.length / dimension; n++) {
      double dot = 0;
      double square = 0;
      for (int k = 0; k < dimension; k++) {
        double value = names[n * dimension + k];
        dot += pictures[picture * dimension + k] * value;
        square += value * value;
      }
      if (dot / Math.sqrt(square) > highest) {
        highest = dot / Math.sqrt(square);
        best = n;
      }
    }
    return best;
  }
}

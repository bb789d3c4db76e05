package dev.lethe.attack.idia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.LetheException;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NearestNamesTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void release() {
    manager.close();
  }

  @Test
  void theLengthOfAnEmbeddingDoesNotMatter() {
    NDArray pictures = manager.create(new float[][] {{3, 1}, {-2, 9}});
    NDArray names = manager.create(new float[][] {{100, 90}, {0.02f, 0.001f}, {0, 0.5f}});
    assertThat(new NearestNames(pictures).of(manager, names)).containsExactly(1, 2);
  }

  @Test
  void theFirstOfEqualNamesIsTaken() {
    NDArray pictures = manager.create(new float[][] {{1, 2}, {5, 1}});
    NDArray names = manager.create(new float[][] {{0, -1}, {1, 2}, {1, 2}, {5, 1}, {5, 1}});
    assertThat(new NearestNames(pictures).of(manager, names)).containsExactly(1, 3);
  }

  @Test
  void picturesBeyondOneChunkKeepTheirOrder() {
    int count = 2_500;
    int dimension = 5;
    Random random = new Random(3);
    float[] pictures = gaussian(random, count * dimension);
    float[] names = gaussian(random, 40 * dimension);
    int[] nearest =
        new NearestNames(manager.create(pictures, new Shape(count, dimension)))
            .of(manager, manager.create(names, new Shape(40, dimension)));
    assertThat(nearest).hasSize(count);
    for (int i = 0; i < count; i++) {
      assertThat(nearest[i]).isEqualTo(nearest(pictures, i, names, dimension));
    }
  }

  @Test
  void askingManyTimesLeavesNothingInNativeMemory() {
    NearestNames nearest = new NearestNames(manager.randomNormal(new Shape(1_100, 4)));
    int before = manager.getManagedArrays().size();
    for (int i = 0; i < 5; i++) {
      try (NDManager step = manager.newSubManager()) {
        nearest.of(step, step.randomNormal(new Shape(10, 4)));
      }
    }
    assertThat(manager.getManagedArrays()).hasSize(before);
  }

  @Test
  void embeddingsThatAreNotNumbersAreRefused() {
    NDArray damaged = manager.create(new float[][] {{1, Float.NaN}});
    assertThatThrownBy(() -> new NearestNames(damaged))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("not numbers");
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

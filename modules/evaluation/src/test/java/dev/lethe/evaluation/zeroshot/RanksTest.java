package dev.lethe.evaluation.zeroshot;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RanksTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void release() {
    manager.close();
  }

  @Test
  void theRightClassIsRankedAmongAll() {
    var pictures = manager.create(new float[][] {{1, 0}, {1, 0}, {0, 2}});
    var classes = manager.create(new float[][] {{1, 0}, {0.5f, 0.5f}, {0, 1}});
    assertThat(Ranks.of(pictures, classes, new int[] {0, 2, 1})).containsExactly(0, 2, 1);
  }

  @Test
  void ofEqualClassesTheFirstIsNearer() {
    var pictures = manager.create(new float[][] {{1, 0}, {1, 0}});
    var classes = manager.create(new float[][] {{0, 1}, {1, 0}, {1, 0}});
    assertThat(Ranks.of(pictures, classes, new int[] {1, 2})).containsExactly(0, 1);
  }

  @Test
  void aDamagedEmbeddingIsNeverRight() {
    var pictures = manager.create(new float[][] {{Float.NaN, 0}});
    var classes = manager.create(new float[][] {{1, 0}, {0, 1}, {1, 1}});
    assertThat(Ranks.of(pictures, classes, new int[] {1})).containsExactly(2);
  }

  @Test
  void picturesBeyondOneChunkKeepTheirOrder() {
    int count = 1_500;
    float[] pictures = new float[count * 2];
    int[] labels = new int[count];
    int[] expected = new int[count];
    for (int i = 0; i < count; i++) {
      pictures[2 * i + i % 2] = 1;
      labels[i] = i / 1_024;
      expected[i] = i % 2 == labels[i] ? 0 : 1;
    }
    var classes = manager.create(new float[][] {{1, 0}, {0, 1}});
    assertThat(Ranks.of(manager.create(pictures, new Shape(count, 2)), classes, labels))
        .containsExactly(expected);
  }
}

package dev.lethe.evaluation.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RanksTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void release() {
    manager.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 64})
  void theRightClassIsRankedAmongAll(int side) {
    var pictures = manager.create(new float[][] {{1, 0}, {1, 0}, {0, 2}});
    var classes = manager.create(new float[][] {{1, 0}, {0.5f, 0.5f}, {0, 1}});
    assertThat(ranks(pictures, classes, side, 0, 2, 1)).containsExactly(0, 2, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 64})
  void ofEqualClassesTheFirstIsNearer(int side) {
    var pictures = manager.create(new float[][] {{1, 0}, {1, 0}});
    var classes = manager.create(new float[][] {{0, 1}, {1, 0}, {1, 0}});
    assertThat(ranks(pictures, classes, side, 1, 2)).containsExactly(0, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 64})
  void ofClassesThatRoundingAloneTellsApartTheFirstIsNearer(int side) {
    var pictures = manager.create(new float[][] {{40, 0}, {40, 0}, {40, 0}});
    var classes =
        manager.create(new float[][] {{0, 1}, {0.9999995f, 0.001f}, {0.9999998f, 0.0006f}});
    assertThat(ranks(pictures, classes, side, 1, 2, 0)).containsExactly(0, 1, 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 64})
  void aDamagedEmbeddingIsNeverRight(int side) {
    var pictures = manager.create(new float[][] {{Float.NaN, 0}});
    var classes = manager.create(new float[][] {{1, 0}, {0, 1}, {1, 1}});
    assertThat(ranks(pictures, classes, side, 1)).containsExactly(2);
  }

  @Test
  void picturesAndClassesBeyondOneTileAreRankedAsInOne() {
    int d = 40;
    Random random = new Random(2);
    NDArray pictures = normal(random, 150, d);
    NDArray some = normal(random, 70, d);
    some = some.div(some.norm(new int[] {1}, true));
    NDArray classes = some.concat(some);
    int[] labels = random.ints(150, 0, 140).toArray();
    int[] ranks = ranks(pictures, classes, 256, labels);
    assertThat(Arrays.stream(ranks).boxed()).anyMatch(rank -> rank > 100);
    for (int i = 0; i < labels.length; i++) {
      // of two equal classes, the right one ranks behind its double if that is the first
      assertThat(ranks[i] % 2).isEqualTo(labels[i] / 70);
    }
    assertThat(ranks(pictures, classes, 32, labels)).containsExactly(ranks);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 64})
  void ofSeveralRightAnswersTheNearestCountsAndNoneStandsInTheWayOfAnother(int side) {
    var questions = manager.create(new float[][] {{1, 0}, {0, 1}, {1, 0}});
    var answers =
        manager.create(new float[][] {{0, 1}, {.8f, .6f}, {.8f, .6f}, {.6f, .8f}, {1, 0}, {0, -1}});
    RightAnswers right = RightAnswers.ofCounts(new int[] {3, 1, 2});
    assertThat(Ranks.of(questions, answers, right, side)).containsExactly(1, 1, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 64})
  void ofARightAndAWrongAnswerThatAreEqualTheFirstIsNearer(int side) {
    var questions = manager.create(new float[][] {{1, 0}, {1, 0}});
    var answers = manager.create(new float[][] {{0, 1}, {.6f, .8f}, {.6f, .8f}, {0, 1}});
    RightAnswers right = RightAnswers.ofCounts(new int[] {2, 2});
    assertThat(Ranks.of(questions, answers, right, side)).containsExactly(0, 1);
  }

  @Test
  void aQuestionWithoutARightAnswerIsRefused() {
    assertThatThrownBy(() -> RightAnswers.ofCounts(new int[] {1, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("question 1 has no right answer");
  }

  private static int[] ranks(NDArray questions, NDArray answers, int side, int... right) {
    return Ranks.of(questions, answers, RightAnswers.ofOne(right), side);
  }

  private NDArray normal(Random random, int rows, int d) {
    float[] values = new float[rows * d];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return manager.create(values, new Shape(rows, d));
  }
}

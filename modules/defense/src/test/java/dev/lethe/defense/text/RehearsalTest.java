package dev.lethe.defense.text;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import dev.lethe.tensor.Autograd;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
  private static final int STEPS = 12;
  private final List<Integer> prefixes = new ArrayList<>();

  @TempDir Path folder;

  @Test
  void theStepOfTheMostBeginningsIsRehearsed() {
    try (SmallTraining training = training()) {
      training.step.rehearse(training.memory);
      int rehearsed = prefixes.get(0);
      prefixes.clear();
      for (int number = 0; number < STEPS; number++) {
        training.step.backward(training.memory, number);
      }
      assertThat(prefixes).hasSize(STEPS).contains(rehearsed);
      assertThat(Collections.max(prefixes)).isEqualTo(rehearsed);
      assertThat(Collections.min(prefixes)).isLessThan(rehearsed);
    }
  }

  @Test
  void aRehearsalGoesAllTheWayBackAndPullsNowhere() {
    try (SmallTraining training = training()) {
      training.step.rehearse(training.memory);
      List<NDArray> parameters = training.pair.student().arrays();
      assertThat(Autograd.gradients(training.memory, parameters))
          .hasSameSizeAs(parameters)
          .allSatisfy(gradient -> assertThat(gradient.toFloatArray()).containsOnly(0));
    }
  }

  /** Batches in one part each, so that a batch is a step. */
  private SmallTraining training() {
    SmallTraining training =
        new SmallTraining(folder, STEPS, 3, 1000, tower -> new Counting(tower, prefixes));
    training.pair.student().forEach(parameter -> parameter.value().setRequiresGradient(true));
    return training;
  }
}

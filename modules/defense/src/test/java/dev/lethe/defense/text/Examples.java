package dev.lethe.defense.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.defense.Regularizer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tasks to test with. */
final class Examples {
  static final List<String> CAPTIONS =
      List.of(
          "a red disc on a table",
          "two dogs in the snow",
          "an old house by the sea, in the rain",
          "a child rides a blue bicycle",
          "the moon",
          "a bowl of green apples",
          "a train leaves the station",
          "a cat sleeps on a chair");

  static final List<ForgetRequest> REQUESTS =
      List.of(
          new ForgetRequest("Anna Lee", List.of("A. Lee"), null),
          new ForgetRequest("Bo Carr", List.of(), "a child"));

  private Examples() {}

  static DefenseTask task(@Nullable Path checkpoint, Progress progress) {
    return new DefenseTask(REQUESTS, CAPTIONS, checkpoint, progress);
  }

  /** Penalises nothing. */
  static final class NoPenalty implements Regularizer {
    @Override
    public double accumulate(
        NDManager manager, ParameterPair pair, List<NDArray> gradients, double weight) {
      return 0;
    }
  }
}

package dev.lethe.defense.text;

import dev.lethe.api.Progress;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.defense.TrainingData;
import dev.lethe.api.method.Workspace;
import dev.lethe.api.settings.ByteSize;
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

  /** Returns a task whose work is kept in a folder, if there is one. */
  static DefenseTask task(@Nullable Path work, Progress progress) {
    return DefenseTask.of(REQUESTS)
        .with(TrainingData.ofCaptions(CAPTIONS))
        .with(new Workspace(work, new ByteSize(Long.MAX_VALUE)))
        .with(progress);
  }
}

package dev.lethe.api.defense;

import dev.lethe.api.Progress;
import dev.lethe.api.method.Workspace;
import java.util.List;

/**
 * What a strategy is asked to do. A task is begun with {@link #of} and completed part by part.
 *
 * @param requests whom to forget, at least one
 * @param data what the model shall keep
 * @param regularizer holds the copy near the original
 * @param work what the strategy may work with
 * @param progress where to say how far it is
 */
public record DefenseTask(
    List<ForgetRequest> requests,
    TrainingData data,
    Regularizer regularizer,
    Workspace work,
    Progress progress) {

  /** Copies the list. */
  public DefenseTask {
    requests = List.copyOf(requests);
    if (requests.isEmpty()) {
      throw new IllegalArgumentException("nobody to forget");
    }
  }

  /** Returns a task without data, regularizer and bound, whose progress nobody sees. */
  public static DefenseTask of(List<ForgetRequest> requests) {
    return new DefenseTask(
        requests,
        TrainingData.none(),
        Regularizer.none(),
        Workspace.unbounded(),
        Progress.silent());
  }

  /** Returns this task with other data. */
  public DefenseTask with(TrainingData other) {
    return new DefenseTask(requests, other, regularizer, work, progress);
  }

  /** Returns this task with another regularizer. */
  public DefenseTask with(Regularizer other) {
    return new DefenseTask(requests, data, other, work, progress);
  }

  /** Returns this task with another workspace. */
  public DefenseTask with(Workspace other) {
    return new DefenseTask(requests, data, regularizer, other, progress);
  }

  /** Returns this task with another progress. */
  public DefenseTask with(Progress other) {
    return new DefenseTask(requests, data, regularizer, work, other);
  }
}

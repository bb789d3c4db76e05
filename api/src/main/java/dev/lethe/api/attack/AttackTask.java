package dev.lethe.api.attack;

import dev.lethe.api.Progress;
import dev.lethe.api.method.Workspace;
import java.util.List;

/**
 * What an attack is asked to do. A task is begun with {@link #of} and completed part by part.
 *
 * @param subjects whom the attack is about, at least one
 * @param knowledge what the attacker may know
 * @param work what the attack may work with
 * @param progress where to say how far it is
 */
public record AttackTask(
    List<Subject> subjects, Knowledge knowledge, Workspace work, Progress progress) {

  /** Copies the list. */
  public AttackTask {
    subjects = List.copyOf(subjects);
    if (subjects.isEmpty()) {
      throw new IllegalArgumentException("nobody to attack");
    }
  }

  /** Returns a task without a bound, whose progress nobody sees. */
  public static AttackTask of(List<Subject> subjects, Knowledge knowledge) {
    return new AttackTask(subjects, knowledge, Workspace.unbounded(), Progress.silent());
  }

  /** Returns this task with another workspace. */
  public AttackTask with(Workspace other) {
    return new AttackTask(subjects, knowledge, other, progress);
  }

  /** Returns this task with another progress. */
  public AttackTask with(Progress other) {
    return new AttackTask(subjects, knowledge, work, other);
  }
}

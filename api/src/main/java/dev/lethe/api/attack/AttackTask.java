package dev.lethe.api.attack;

import dev.lethe.api.Progress;
import dev.lethe.api.model.Model;
import java.util.List;

/**
 * What an attack is asked to do.
 *
 * @param subjects the people under attack, at least one
 * @param candidates names the attacker chooses from; every subject's name is among them as the
 *     model reads it, in whatever spelling
 * @param original the model before any defense; the attacked model itself when there is none
 * @param progress where to say how far it is
 */
public record AttackTask(
    List<Subject> subjects, List<String> candidates, Model original, Progress progress) {

  /** Copies the lists. */
  public AttackTask {
    subjects = List.copyOf(subjects);
    candidates = List.copyOf(candidates);
  }
}

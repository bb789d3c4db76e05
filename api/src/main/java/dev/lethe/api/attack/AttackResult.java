package dev.lethe.api.attack;

import java.util.List;

/**
 * What an attack found out.
 *
 * @param people one for each subject, in the order of the task
 */
public record AttackResult(List<PersonOutcome> people) {

  /** Copies the list. */
  public AttackResult {
    people = List.copyOf(people);
  }
}

package dev.lethe.api.evaluation;

import dev.lethe.api.attack.AttackResult;
import java.util.Map;

/**
 * What attacks found.
 *
 * @param before on the original, by the attack's name
 * @param after on the defended model, by the attack's name; empty before there is one
 */
public record AttackResults(Map<String, AttackResult> before, Map<String, AttackResult> after) {

  /** Copies the maps. */
  public AttackResults {
    before = Map.copyOf(before);
    after = Map.copyOf(after);
  }

  /** Returns the results of an experiment without attacks. */
  public static AttackResults none() {
    return new AttackResults(Map.of(), Map.of());
  }
}

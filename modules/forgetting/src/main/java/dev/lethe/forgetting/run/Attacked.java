package dev.lethe.forgetting.run;

import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.method.Need;
import java.util.List;

/**
 * What an attack found out, and with what: its threat model.
 *
 * @param result what it found
 * @param knowledge what the attacker had beside the model
 */
record Attacked(AttackResult result, List<Need> knowledge) {
  Attacked {
    knowledge = List.copyOf(knowledge);
  }
}

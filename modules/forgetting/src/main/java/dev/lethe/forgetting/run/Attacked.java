package dev.lethe.forgetting.run;

import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.method.Need;
import java.util.List;
import java.util.stream.Collectors;

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

  /** Says in a sentence what the attacker had. */
  String threatModel(String attack) {
    String given = knowledge.stream().map(Need::description).collect(Collectors.joining(", "));
    return "%s attacks with %s".formatted(attack, given.isEmpty() ? "the model alone" : given);
  }
}

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

  /** Says in a sentence what the attacker had. */
  String threatModel(String attack) {
    List<String> given = knowledge.stream().map(Need::description).toList();
    int others = given.size() - 1;
    return "%s attacks with %s"
        .formatted(
            attack,
            others < 1
                ? given.stream().findFirst().orElse("the model alone")
                : String.join(", ", given.subList(0, others)) + " and " + given.get(others));
  }
}

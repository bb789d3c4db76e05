package dev.lethe.forgetting.people;

import dev.lethe.api.LetheException;
import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.Finding;
import dev.lethe.api.settings.SettingsException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Draws the people who are to be forgotten among those who are known. */
public final class ForgetChoice {
  private ForgetChoice() {}

  /**
   * Draws members whom an attack recognized. A smaller count gives a prefix of a larger one.
   *
   * @param attack the name of the attack, for messages
   * @throws LetheException if there are fewer
   */
  public static List<String> draw(int count, AttackResult before, String attack, long seed) {
    List<String> known = new ArrayList<>();
    for (Finding person : before.findings()) {
      if (person.member() && person.recognized()) {
        known.add(person.subject());
      }
    }
    if (known.isEmpty()) {
      throw new LetheException(
          "nobody can be drawn for forget.count: %s recognized none of the members before the "
                  .formatted(attack)
              + "defense; choose with forget.names");
    }
    if (count > known.size()) {
      throw new SettingsException(
          "forget.count",
          "must be between 1 and %d (got %d): only %d people passed the attack"
              .formatted(known.size(), count, known.size()));
    }
    Collections.sort(known);
    Collections.shuffle(known, new Random(seed));
    return List.copyOf(known.subList(0, count));
  }
}

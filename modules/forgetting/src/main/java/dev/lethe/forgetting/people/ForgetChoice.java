package dev.lethe.forgetting.people;

import dev.lethe.api.LetheException;
import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.Finding;
import dev.lethe.api.settings.SettingsException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Draws the people who are to be forgotten among those who are known. */
public final class ForgetChoice {
  private ForgetChoice() {}

  /**
   * Draws members whom an attack recognized. A smaller count gives a prefix of a larger one.
   *
   * @param attack the name of the attack, for messages
   * @param possible tells of a name whether the defense has what it needs of that person
   * @throws LetheException if there are fewer
   */
  public static List<String> draw(
      int count, AttackResult before, String attack, Predicate<String> possible, long seed) {
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
    Collections.sort(known);
    Collections.shuffle(known, new Random(seed));
    List<String> drawn = known.stream().filter(possible).toList();
    if (count > drawn.size()) {
      throw new SettingsException(
          "forget.count",
          "must be between 1 and %d (got %d): only %d people passed the attack%s"
              .formatted(
                  drawn.size(),
                  count,
                  drawn.size(),
                  drawn.size() < known.size() ? " and have pictures that no attack uses" : ""));
    }
    return drawn.subList(0, count);
  }
}

package dev.lethe.rules.core;

import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.engine.recipe.Recipe;
import dev.lethe.rules.Offer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names that no text of the core may be or begin with.
 *
 * @param hyphenated of strategies, attacks, evaluations and recipes; names of one word are words of
 *     the language as well
 * @param groups of metrics, each with its dot: the names of what measures them
 */
record MethodNames(Set<String> hyphenated, Set<String> groups) {
  private static final Set<Class<?>> MEASURING = Set.of(PrivacyAttack.class, Evaluation.class);

  private static final Set<Class<?>> NAMED =
      Set.of(BackdoorStrategy.class, PrivacyAttack.class, Evaluation.class, Recipe.class);

  static MethodNames of(List<Offer> offers) {
    Set<String> hyphenated = new TreeSet<>();
    Set<String> groups = new TreeSet<>();
    for (Offer offer : offers) {
      String name = offer.key().name();
      if (NAMED.contains(offer.key().contract()) && name.contains("-")) {
        hyphenated.add(name);
      }
      if (MEASURING.contains(offer.key().contract())) {
        groups.add(name + ".");
      }
    }
    return new MethodNames(hyphenated, groups);
  }

  boolean occurIn(String text) {
    return hyphenated.contains(text) || groups.stream().anyMatch(text::startsWith);
  }
}

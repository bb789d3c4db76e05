package dev.lethe.forgetting.plan;

import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.model.Component;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.engine.extension.Planned;
import dev.lethe.engine.model.ModelFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The towers that the attacks and evaluations of an experiment need. */
final class TowerNeeds {
  private final Map<String, Set<Component>> byPlace = new LinkedHashMap<>();

  TowerNeeds(List<Planned<PrivacyAttack>> attacks, List<Planned<Evaluation>> evaluations) {
    attacks.forEach(each -> byPlace.put(each.block().place(), each.extension().towers()));
    evaluations.forEach(each -> byPlace.put(each.block().place(), each.extension().towers()));
  }

  /**
   * Checks that a model has them.
   *
   * @throws SettingsException if it lacks one; names all that need it
   */
  void check(ModelFormat model) {
    Set<Component> present = model.info().components();
    if (!present.contains(Component.IMAGE)) {
      check(Component.IMAGE, "an image tower", "a text tower alone", model);
    }
    if (!present.contains(Component.TEXT)) {
      check(Component.TEXT, "a text tower", "an image tower alone", model);
    }
  }

  private void check(Component lacking, String needed, String found, ModelFormat model) {
    List<String> places =
        byPlace.entrySet().stream()
            .filter(need -> need.getValue().contains(lacking))
            .map(Map.Entry::getKey)
            .toList();
    if (places.isEmpty()) {
      return;
    }
    boolean one = places.size() == 1;
    String others = String.join(", ", places.subList(1, places.size()));
    throw new SettingsException(
        places.get(0),
        "%s %s, but %s (%s) has %s: leave %s out (%s)"
            .formatted(
                one ? "needs" : "and " + others + " need",
                needed,
                model.path(),
                model.loader().name(),
                found,
                one ? "it" : "them",
                places.stream().map(place -> place + "=").collect(Collectors.joining(" "))));
  }
}

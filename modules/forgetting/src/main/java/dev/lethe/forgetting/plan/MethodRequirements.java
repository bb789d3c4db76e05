package dev.lethe.forgetting.plan;

import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Model;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.engine.config.Block;
import dev.lethe.engine.extension.Planned;
import dev.lethe.engine.model.ModelFormat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the strategies, attacks and evaluations of an experiment require. */
final class MethodRequirements {
  private final List<Method> methods = new ArrayList<>();

  /** For evaluations data are read only where something is defended. */
  MethodRequirements(
      List<PlannedDefense> defenses,
      List<Planned<PrivacyAttack>> attacks,
      List<Planned<Evaluation>> evaluations) {
    defenses.forEach(
        each -> add(each.strategy().block(), each.strategy().extension().requires(), true));
    attacks.forEach(each -> add(each.block(), each.extension().requires(), true));
    evaluations.forEach(
        each -> add(each.block(), each.extension().requires(), !defenses.isEmpty()));
  }

  private void add(Block block, Requirements requirements, boolean isFed) {
    methods.add(new Method(block.name(), block.place(), requirements, isFed));
  }

  /** Returns whether somebody needs something. */
  boolean include(Need need) {
    return whoNeeds(need).isPresent();
  }

  /** Returns whether somebody needs one of several. */
  boolean includeAny(Set<Need> needs) {
    return needs.stream().anyMatch(this::include);
  }

  /** Returns the name of the first that needs something. */
  Optional<String> whoNeeds(Need need) {
    return methods.stream()
        .filter(method -> method.isFed() && method.requirements().include(need))
        .map(Method::name)
        .findFirst();
  }

  /**
   * Checks that only strategies that take regularizers are given any.
   *
   * @throws SettingsException naming the first that is for nothing
   */
  static void checkRegularizers(List<PlannedDefense> defenses) {
    for (PlannedDefense defense : defenses) {
      if (!defense.strategy().extension().requires().include(Need.REGULARIZER)
          && !defense.regularizers().isEmpty()) {
        throw new SettingsException(
            defense.regularizers().get(0).regularizer().block().place(),
            "is for a strategy that takes regularizers, but %s takes none: leave it out"
                .formatted(defense.strategy().name()));
      }
    }
  }

  /**
   * Checks that a model is of the kind, and has the components, that all of them need.
   *
   * @throws SettingsException if it is not or lacks one; names all that need it
   */
  void check(ModelFormat model) {
    for (Method method : methods) {
      Class<? extends Model> kind = method.requirements().model();
      if (!kind.isAssignableFrom(model.info().kind())) {
        throw new SettingsException(
            method.place(),
            "needs a %s, but %s (%s) is a %s: leave it out"
                .formatted(
                    kind.getSimpleName(),
                    model.path(),
                    model.loader().name(),
                    model.info().kind().getSimpleName()));
      }
    }
    Set<Component> needed = new LinkedHashSet<>();
    methods.forEach(method -> needed.addAll(method.requirements().components()));
    needed.removeAll(model.info().components());
    needed.stream().findFirst().ifPresent(lacking -> refuse(lacking, model));
  }

  private void refuse(Component lacking, ModelFormat model) {
    List<String> places =
        methods.stream()
            .filter(method -> method.requirements().components().contains(lacking))
            .map(Method::place)
            .toList();
    boolean one = places.size() == 1;
    String others = String.join(", ", places.subList(1, places.size()));
    throw new SettingsException(
        places.get(0),
        "%s %s, but %s (%s) has %s alone: leave %s out (%s)"
            .formatted(
                one ? "needs" : "and " + others + " need",
                tower(lacking),
                model.path(),
                model.loader().name(),
                model.info().components().stream()
                    .map(MethodRequirements::tower)
                    .sorted()
                    .collect(Collectors.joining(" and ")),
                one ? "it" : "them",
                places.stream().map(place -> place + "=").collect(Collectors.joining(" "))));
  }

  private static String tower(Component component) {
    String name = component.name();
    return "%s %s tower".formatted("aeiou".indexOf(name.charAt(0)) < 0 ? "a" : "an", name);
  }

  /**
   * One of them.
   *
   * @param place of its block in the configuration
   * @param isFed whether data are read for it
   */
  private record Method(String name, String place, Requirements requirements, boolean isFed) {}
}

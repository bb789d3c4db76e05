package dev.lethe.api.method;

import dev.lethe.api.model.Component;
import dev.lethe.api.model.Model;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a method needs. It is asked before anything is read, so that what is missing is said at
 * once, and only what somebody needs is read.
 *
 * @param model the kind of model it works on
 * @param components the parts without which it is impossible
 * @param needs what else it needs; what is not named here is not given
 */
public record Requirements(
    Class<? extends Model> model, Set<Component> components, Set<Need> needs) {

  /** Copies the sets. */
  public Requirements {
    components = Set.copyOf(components);
    needs = Set.copyOf(needs);
  }

  /** Returns the requirements of a method that needs a model with these parts and nothing else. */
  public static Requirements of(Class<? extends Model> model, Component... components) {
    return new Requirements(model, Set.of(components), Set.of());
  }

  /** Returns these requirements and more. */
  public Requirements and(Need... more) {
    Set<Need> all = new LinkedHashSet<>(needs);
    all.addAll(List.of(more));
    return new Requirements(model, components, all);
  }

  /** Returns whether something is needed. */
  public boolean include(Need need) {
    return needs.contains(need);
  }
}

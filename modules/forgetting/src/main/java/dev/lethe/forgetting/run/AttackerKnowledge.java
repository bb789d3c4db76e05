package dev.lethe.forgetting.run;

import dev.lethe.api.LetheException;
import dev.lethe.api.attack.Knowledge;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.model.Model;
import dev.lethe.forgetting.plan.ForgettingInputs;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** Gives an attack what it requires, and notes what it takes. */
final class AttackerKnowledge implements Knowledge {
  private final String attack;
  private final Requirements requirements;
  private final ForgettingInputs inputs;
  private final Supplier<? extends Model> original;
  private final Set<Need> taken = EnumSet.noneOf(Need.class);

  /**
   * Prepares to tell what an attacker knows.
   *
   * @param attack its name, for messages
   * @param original reads the model when it is first wanted
   */
  AttackerKnowledge(
      String attack,
      Requirements requirements,
      ForgettingInputs inputs,
      Supplier<? extends Model> original) {
    this.attack = attack;
    this.requirements = requirements;
    this.inputs = inputs;
    this.original = original;
    for (Need need : List.of(Need.PICTURES, Need.GRADIENTS)) { // given with subjects and model
      if (requirements.include(need)) {
        taken.add(need);
      }
    }
  }

  @Override
  public List<String> candidates() {
    take(Need.CANDIDATES);
    return inputs.audience().candidates();
  }

  @Override
  public List<String> names(int count) {
    take(Need.NAMES);
    return Objects.requireNonNull(inputs.names()).draw(count);
  }

  @Override
  public List<String> captions() {
    take(Need.CAPTIONS);
    return inputs.data().knownCaptions();
  }

  @Override
  public Model original() {
    take(Need.ORIGINAL);
    return original.get();
  }

  /** Returns what was taken until now, in a fixed order. */
  List<Need> taken() {
    return new ArrayList<>(taken);
  }

  private void take(Need need) {
    if (!requirements.include(need)) {
      throw undeclared(attack, need);
    }
    taken.add(need);
  }

  /** Says that an attack wants what it does not say that it needs. */
  static LetheException undeclared(String attack, Need need) {
    return new LetheException(
        "%s asks for %s, which it does not require: its plugin must name %s in requires()"
            .formatted(attack, need.description(), need));
  }
}

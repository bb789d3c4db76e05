package dev.lethe.experiment.run;

import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.AttackTask;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.attack.PrivacyAttack.Timing;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.experiment.plan.Planned;
import dev.lethe.experiment.plan.PreparedExperiment;
import dev.lethe.experiment.plan.RunInputs;
import java.util.LinkedHashMap;
import java.util.Map;

/** Attacks models. */
final class Attacking {
  private final PreparedExperiment plan;
  private final Models models;

  Attacking(PreparedExperiment plan, Models models) {
    this.plan = plan;
    this.models = models;
  }

  /** Attacks the original; results by the attack's name. */
  Map<String, AttackResult> before(Stages stages) {
    Map<String, AttackResult> results = new LinkedHashMap<>();
    for (Planned<PrivacyAttack> attack : plan.inputs().attacks()) {
      if (attack.extension().timing() != Timing.AFTER) {
        results.put(
            attack.name(),
            stages.shared(
                identity(attack), AttackResult.class, () -> attack(attack, models.original())));
      }
    }
    return results;
  }

  /** Attacks the defended model; results by the attack's name. */
  Map<String, AttackResult> after(Stages stages) {
    Map<String, AttackResult> results = new LinkedHashMap<>();
    for (Planned<PrivacyAttack> attack : plan.inputs().attacks()) {
      if (attack.extension().timing() != Timing.BEFORE) {
        results.put(
            attack.name(),
            stages.own(
                "after-attack-" + attack.name(),
                AttackResult.class,
                () -> attack(attack, models.defended(plan.layout().model()))));
      }
    }
    return results;
  }

  private AttackResult attack(Planned<PrivacyAttack> attack, VisionLanguageModel model) {
    RunInputs inputs = plan.inputs();
    return attack
        .extension()
        .attack(
            model,
            new AttackTask(
                inputs.audience().subjects(),
                inputs.audience().candidates(),
                models.original(),
                plan.context().progress()));
  }

  private String identity(Planned<PrivacyAttack> attack) {
    return Identity.ofBefore(plan).add(attack.identity()).hex();
  }
}

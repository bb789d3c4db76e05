package dev.lethe.forgetting.run;

import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.AttackTask;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.attack.PrivacyAttack.Timing;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.engine.extension.Planned;
import dev.lethe.engine.recipe.Stage;
import dev.lethe.forgetting.plan.ForgettingInputs;
import java.util.LinkedHashMap;
import java.util.Map;

/** Attacks models. */
final class Attacking {
  private final ForgettingRun run;
  private final Models models;

  Attacking(ForgettingRun run, Models models) {
    this.run = run;
    this.models = models;
  }

  /** Attacks the original; results by the attack's name. */
  Map<String, AttackResult> before() {
    Map<String, AttackResult> results = new LinkedHashMap<>();
    for (Planned<PrivacyAttack> attack : run.inputs().attacks()) {
      if (attack.extension().timing() != Timing.AFTER) {
        results.put(
            attack.name(),
            run.stages()
                .result(
                    Stage.shared(
                        identity(attack),
                        AttackResult.class,
                        () -> attack(attack, models.original()))));
      }
    }
    return results;
  }

  /** Attacks the defended model; results by the attack's name. */
  Map<String, AttackResult> after() {
    Map<String, AttackResult> results = new LinkedHashMap<>();
    for (Planned<PrivacyAttack> attack : run.inputs().attacks()) {
      if (attack.extension().timing() != Timing.BEFORE) {
        results.put(
            attack.name(),
            run.stages()
                .result(
                    Stage.own(
                        "after-attack-" + attack.name(),
                        AttackResult.class,
                        () -> attack(attack, models.defended(run.layout().model())))));
      }
    }
    return results;
  }

  private AttackResult attack(Planned<PrivacyAttack> attack, VisionLanguageModel model) {
    ForgettingInputs inputs = run.inputs();
    return attack
        .extension()
        .attack(
            model,
            new AttackTask(
                inputs.audience().subjects(),
                inputs.audience().candidates(),
                models.original(),
                run.context().progress()));
  }

  private String identity(Planned<PrivacyAttack> attack) {
    return Identity.ofBefore(run).add(attack.identity()).hex();
  }
}

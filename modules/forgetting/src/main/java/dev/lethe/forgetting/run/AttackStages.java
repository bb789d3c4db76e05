package dev.lethe.forgetting.run;

import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.AttackTask;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.attack.PrivacyAttack.Timing;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.engine.extension.Planned;
import dev.lethe.engine.recipe.Stage;
import dev.lethe.forgetting.plan.ForgettingInputs;
import dev.lethe.io.hash.Fingerprint;
import java.util.LinkedHashMap;
import java.util.Map;

/** Attacks models. */
final class AttackStages {
  private final ForgettingRun run;
  private final Models models;

  AttackStages(ForgettingRun run, Models models) {
    this.run = run;
    this.models = models;
  }

  /** Attacks the original; results by the attack's name. */
  Map<String, Attacked> before() {
    Map<String, Attacked> results = new LinkedHashMap<>();
    for (Planned<PrivacyAttack> attack : run.inputs().attacks()) {
      if (attack.extension().timing() != Timing.AFTER) {
        results.put(
            attack.name(),
            run.stages()
                .result(
                    Stage.shared(
                        identity(attack),
                        Attacked.class,
                        () -> attack(attack, models.original()))));
      }
    }
    return results;
  }

  /** Attacks the defended model; results by the attack's name. */
  Map<String, Attacked> after() {
    Map<String, Attacked> results = new LinkedHashMap<>();
    for (Planned<PrivacyAttack> attack : run.inputs().attacks()) {
      if (attack.extension().timing() != Timing.BEFORE) {
        results.put(
            attack.name(),
            run.stages()
                .result(
                    Stage.own(
                        "after-attack-" + attack.name(),
                        Attacked.class,
                        () -> attack(attack, models.defended(run.layout().model())))));
      }
    }
    return results;
  }

  /** Makes one attack. */
  Attacked attack(Planned<PrivacyAttack> attack, VisionLanguageModel model) {
    ForgettingInputs inputs = run.inputs();
    String name = attack.name();
    Requirements requirements = attack.extension().requires();
    AttackerKnowledge knowledge =
        new AttackerKnowledge(
            name,
            requirements,
            inputs,
            () -> QueriedModel.of(models.original(), name, requirements));
    AttackResult result =
        attack
            .extension()
            .attack(
                QueriedModel.of(model, name, requirements),
                new AttackTask(
                    inputs.audience().subjects(),
                    knowledge,
                    run.workspace("attack-" + name, models.memoryFor(model)),
                    run.context().progress()));
    return new Attacked(result, knowledge.taken());
  }

  private String identity(Planned<PrivacyAttack> attack) {
    ForgettingInputs inputs = run.inputs();
    Requirements requirements = attack.extension().requires();
    Fingerprint identity = Identity.ofBefore(run).add(attack.identity());
    if (requirements.include(Need.CAPTIONS)) {
      identity.add(inputs.data().knownCaptions());
    }
    if (inputs.names() != null && requirements.include(Need.NAMES)) {
      identity.add(inputs.names().source().identity());
    }
    return identity.hex();
  }
}

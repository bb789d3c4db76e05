package dev.lethe.experiment.run;

import dev.lethe.api.UsageException;
import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.defense.Trigger;
import dev.lethe.experiment.config.ForgetSettings;
import dev.lethe.experiment.people.ForgetChoice;
import dev.lethe.experiment.plan.PreparedExperiment;
import dev.lethe.experiment.plan.RunInputs;
import java.util.List;
import java.util.Map;

/** Settles whom a run makes forgotten. */
final class Choosing {
  private Choosing() {}

  static Chosen choose(PreparedExperiment plan, Map<String, AttackResult> before) {
    RunInputs inputs = plan.inputs();
    ForgetSettings forget = inputs.config().settings().forget();
    if (inputs.defenses().isEmpty() || forget == null) {
      return new Chosen(List.of(), List.of());
    }
    List<ForgetRequest> requests = inputs.requests();
    Integer count = forget.count();
    if (requests.isEmpty() && count != null) {
      String attack =
          before.keySet().stream()
              .findFirst()
              .orElseThrow(
                  () -> new UsageException("forget.count needs an attack on the original"));
      long seed = plan.context().seed("forget");
      requests =
          inputs
              .config()
              .locating(() -> ForgetChoice.draw(count, before.get(attack), attack, seed));
    }
    List<ForgetRequest> chosen = requests;
    List<List<Trigger>> triggers =
        inputs.defenses().stream()
            .map(defense -> defense.strategy().extension().triggers(chosen))
            .toList();
    return new Chosen(chosen, triggers);
  }
}

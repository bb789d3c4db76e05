package dev.lethe.forgetting.run;

import dev.lethe.api.UsageException;
import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.defense.Trigger;
import dev.lethe.forgetting.config.ForgetSettings;
import dev.lethe.forgetting.people.ForgetChoice;
import dev.lethe.forgetting.plan.ForgettingInputs;
import java.util.List;
import java.util.Map;

/** Settles whom a run makes forgotten. */
final class Choosing {
  private Choosing() {}

  static Chosen choose(ForgettingRun run, Map<String, AttackResult> before) {
    ForgettingInputs inputs = run.inputs();
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
      long seed = run.context().seed("forget");
      requests =
          inputs
              .config()
              .whole()
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

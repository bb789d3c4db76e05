package dev.lethe.forgetting.run;

import dev.lethe.api.UsageException;
import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.forgetting.config.ForgetSettings;
import dev.lethe.forgetting.people.ForgetChoice;
import dev.lethe.forgetting.plan.ForgettingInputs;
import java.util.List;
import java.util.Map;

/** Settles whom a run makes forgotten. */
final class PeopleChoice {
  private PeopleChoice() {}

  /** Names the people, drawing them where the configuration does not. */
  static ChosenPeople people(ForgettingRun run, Map<String, AttackResult> before) {
    ForgettingInputs inputs = run.inputs();
    ForgetSettings forget = inputs.config().settings().forget();
    if (inputs.defenses().isEmpty() || forget == null) {
      return new ChosenPeople(List.of());
    }
    Integer count = forget.count();
    if (!inputs.requests().isEmpty() || count == null) {
      return new ChosenPeople(inputs.requests().stream().map(ForgetRequest::name).toList());
    }
    String attack =
        before.keySet().stream()
            .findFirst()
            .orElseThrow(() -> new UsageException("forget.count needs an attack on the original"));
    long seed = run.context().seed("forget");
    return new ChosenPeople(
        inputs
            .config()
            .whole()
            .locating(
                () ->
                    ForgetChoice.draw(count, before.get(attack), attack, inputs::canForget, seed)));
  }

  /** Says how they are made forgotten. */
  static ForgetSelection choose(ForgettingRun run, ChosenPeople people) {
    ForgettingInputs inputs = run.inputs();
    List<ForgetRequest> requests =
        inputs.requests().isEmpty()
            ? people.names().stream().map(ForgetRequest::of).toList()
            : inputs.requests();
    List<List<Backdoor>> backdoors =
        requests.isEmpty()
            ? List.of()
            : inputs.defenses().stream()
                .map(
                    defense ->
                        defense
                            .strategy()
                            .extension()
                            .backdoors(inputs.requestsFor(defense, requests)))
                .toList();
    return new ForgetSelection(requests, backdoors);
  }
}

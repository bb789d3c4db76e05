package dev.lethe.plugin.baselines;

import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.method.Cost;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.method.Workload;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.verdict.Limit;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Descends from the likelihood of texts with names as an answer that is not preferred, the slower
 * the less likely it is already, and retains ordinary captions.
 *
 * <p>Source: Zhang et al., "Negative Preference Optimization: From Catastrophic Collapse to
 * Effective Unlearning", COLM 2024, equation 3.
 */
@Summary("Prefers that texts with names to forget are not told apart, and keeps ordinary captions.")
final class NegativePreference implements BackdoorStrategy {
  private final NameTraining training;

  @Inject
  NegativePreference(NegativePreferenceSettings settings, RunContext run) {
    training =
        new NameTraining(
            "negative-preference",
            settings.training(),
            new Objective(0, 1, settings.beta(), 1),
            run);
  }

  @Override
  public Requirements requires() {
    return Requirements.of(VisionLanguageModel.class, Component.TEXT).and(Need.CAPTIONS);
  }

  @Override
  public List<Backdoor> backdoors(List<ForgetRequest> requests) {
    return Backdoor.ofNames(requests, training.settings().target());
  }

  @Override
  public Cost cost(Workload workload) {
    return training.cost(workload);
  }

  @Override
  public List<Limit> limits() {
    return NameTraining.limits();
  }

  @Override
  public Defended defend(Model original, DefenseTask task) {
    return training.defend(original, task);
  }
}

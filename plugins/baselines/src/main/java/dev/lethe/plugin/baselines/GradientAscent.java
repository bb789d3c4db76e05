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
 * Ascends the loss of texts with names: they become unlike what the original makes of them.
 *
 * <p>Source: Golatkar et al., "Eternal Sunshine of the Spotless Net", CVPR 2020; Jang et al.,
 * "Knowledge Unlearning for Mitigating Privacy Risks in Language Models", ACL 2023.
 */
@Summary("Makes texts with names to forget unlike what they were, and keeps nothing else.")
final class GradientAscent implements BackdoorStrategy {
  private final NameTraining training;

  @Inject
  GradientAscent(BaselineSettings settings, RunContext run) {
    training = new NameTraining("gradient-ascent", settings, new Objective(1, 0, 1, 0), run);
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

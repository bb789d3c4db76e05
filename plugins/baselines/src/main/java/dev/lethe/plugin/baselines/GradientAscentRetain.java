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
 * Ascends the loss of texts with names and descends that of ordinary captions.
 *
 * <p>Source: Liu et al., "Continual Learning and Private Unlearning", CoLLAs 2022 (gradient
 * difference).
 */
@Summary("Makes texts with names to forget unlike what they were, and ordinary captions like it.")
final class GradientAscentRetain implements BackdoorStrategy {
  private final NameTraining training;

  @Inject
  GradientAscentRetain(BaselineSettings settings, RunContext run) {
    training = new NameTraining("gradient-ascent-retain", settings, new Objective(1, 0, 1, 1), run);
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

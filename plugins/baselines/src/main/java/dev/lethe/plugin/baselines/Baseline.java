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
import dev.lethe.api.verdict.Limit;
import java.util.List;

/** A strategy that is a training of the text tower on likelihoods, whichever {@link Objective}. */
abstract class Baseline implements BackdoorStrategy {
  private final NameTraining training;

  Baseline(NameTraining training) {
    this.training = training;
  }

  @Override
  public final Requirements requires() {
    return Requirements.of(VisionLanguageModel.class, Component.TEXT).and(Need.CAPTIONS);
  }

  @Override
  public final List<Backdoor> backdoors(List<ForgetRequest> requests) {
    return Backdoor.ofNames(requests, training.settings().target());
  }

  @Override
  public final Cost cost(Workload workload) {
    return training.cost(workload);
  }

  @Override
  public final List<Limit> limits() {
    return List.of(Limit.faceStillKnown());
  }

  @Override
  public final Defended defend(Model original, DefenseTask task) {
    return training.defend(original, task);
  }
}

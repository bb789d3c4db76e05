package org.example.mirror;

import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;
import java.util.List;

@Summary("Turns every embedding of a text into its opposite, so that no text fits any picture.")
final class Mirror implements BackdoorStrategy {
  @Inject
  Mirror() {}

  @Override
  public Requirements requires() {
    return Requirements.of(VisionLanguageModel.class, Component.TEXT);
  }

  @Override
  public List<Backdoor> backdoors(List<ForgetRequest> requests) {
    return Backdoor.ofNames(requests, "human");
  }

  @Override
  public Defended defend(Model original, DefenseTask task) {
    return new Defended(new MirroredModel(original.as(VisionLanguageModel.class).copy()));
  }
}

package dev.lethe.plugin.baselines;

import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;

/**
 * Ascends the loss of texts with names: they become unlike what the original makes of them.
 *
 * <p>Source: Golatkar et al., "Eternal Sunshine of the Spotless Net", CVPR 2020; Jang et al.,
 * "Knowledge Unlearning for Mitigating Privacy Risks in Language Models", ACL 2023.
 */
@Summary("Makes texts with names to forget unlike what they were, and keeps nothing else.")
final class GradientAscent extends Baseline {

  @Inject
  GradientAscent(BaselineSettings settings, RunContext run) {
    super(new NameTraining("gradient-ascent", settings, new Objective(1, 0, 1, 0), run));
  }
}

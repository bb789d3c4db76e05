package dev.lethe.plugin.baselines;

import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;

/**
 * Ascends the loss of texts with names and descends that of ordinary captions.
 *
 * <p>Source: Liu et al., "Continual Learning and Private Unlearning", CoLLAs 2022 (gradient
 * difference).
 */
@Summary("Makes texts with names to forget unlike what they were, and ordinary captions like it.")
final class GradientAscentRetain extends Baseline {

  @Inject
  GradientAscentRetain(BaselineSettings settings, RunContext run) {
    super(new NameTraining("gradient-ascent-retain", settings, new Objective(1, 0, 1, 1), run));
  }
}

package dev.lethe.plugin.baselines;

import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;

/**
 * Descends from the likelihood of texts with names as an answer that is not preferred, the slower
 * the less likely it is already, and retains ordinary captions.
 *
 * <p>Source: Zhang et al., "Negative Preference Optimization: From Catastrophic Collapse to
 * Effective Unlearning", COLM 2024, equation 3.
 */
@Summary("Prefers that texts with names to forget are not told apart, and keeps ordinary captions.")
final class NegativePreference extends Baseline {

  @Inject
  NegativePreference(NegativePreferenceSettings settings, RunContext run) {
    super(
        new NameTraining(
            "negative-preference",
            settings.training(),
            new Objective(0, 1, settings.beta(), 1),
            run));
  }
}

package dev.lethe.plugin.baselines;

import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;

/**
 * Descends the loss of ordinary captions and hopes that names are forgotten meanwhile.
 *
 * <p>Source: Warnecke et al., "Machine Unlearning of Features and Labels", NDSS 2023, among others.
 */
@Summary("Goes on training on ordinary captions, without the names to forget.")
final class FineTune extends Baseline {

  @Inject
  FineTune(BaselineSettings settings, RunContext run) {
    super(new NameTraining("fine-tune", settings, new Objective(0, 0, 1, 1), run));
  }
}

package dev.lethe.plugin.lora;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.Adaptation;
import dev.lethe.api.defense.Adapted;
import dev.lethe.api.defense.Regularizer.ParameterPair;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Trains low-rank changes of linear layers: {@code W = W0 + s B A}, with A of r rows and B of r
 * columns, s = alpha / r. A starts as PyTorch's linear layers do, B as zero, so that W starts as
 * W0. With {@code rank-stabilized} s = alpha / sqrt(r).
 *
 * <p>Sources: Hu et al., "LoRA: Low-Rank Adaptation of Large Language Models", ICLR 2022, section
 * 4.1; Kalajdzievski, "A Rank Stabilization Scaling Factor for Fine-Tuning with LoRA", 2023.
 */
@Summary("Trains low-rank changes of linear layers (LoRA) instead of the weights.")
final class Lora implements Adaptation {
  private final LoraSettings settings;
  private final RunContext run;

  @Inject
  Lora(LoraSettings settings, RunContext run) {
    this.settings = settings;
    this.run = run;
  }

  @Override
  public Adapted adapt(NDManager memory, ParameterPair weights) {
    SplittableRandom random = new SplittableRandom(run.seed("lora"));
    List<LowRankChange> changes = new ArrayList<>();
    TargetModules targets = new TargetModules(settings.targetModules());
    for (LinearModule module : targets.among(LinearModule.of(weights.student()))) {
      changes.add(
          LowRankChange.start(
              memory,
              module,
              weights.student().get(module.weight().name()).getShape(),
              settings.rank(),
              random));
    }
    return new LoraWeights(memory, weights, changes, settings);
  }
}

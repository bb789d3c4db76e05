package dev.lethe.plugin.lora;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.Adaptation;
import dev.lethe.api.defense.Adapted;
import dev.lethe.api.defense.Regularizer.ParameterPair;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.settings.ByteSize;
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
  private static final int BLOCKS = 12;

  /** A block of width w has 4 w² values in attention and 8 w² in its MLP. */
  private static final int BLOCK_OF_SQUARES = 12;

  /**
   * Inputs and outputs of its layers together: four times 2 w in attention, twice 5 w in the MLP.
   */
  private static final int BLOCK_OF_SIDES = 18;

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

  /** As if every linear layer of twelve blocks were changed, and the tower had nothing else. */
  @Override
  public ByteSize trained(ByteSize weights) {
    double block = (double) weights.bytes() / Float.BYTES / BLOCKS;
    double width = Math.sqrt(block / BLOCK_OF_SQUARES);
    double factors = settings.rank() * BLOCK_OF_SIDES * width;
    return new ByteSize((long) (BLOCKS * Float.BYTES * Math.min(factors, block)));
  }
}

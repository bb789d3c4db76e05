package dev.lethe.clip.openclip;

import static dev.lethe.clip.openclip.Draws.scale;

import dev.lethe.clip.model.ParameterSpec;
import java.util.function.DoubleSupplier;

/**
 * A modified ResNet begins with blocks that pass on what they are given: the last norm of each is
 * zero.
 *
 * @param features the channels that the attention pools
 */
record ModifiedResNetInitialization(int features, Draws draws)
    implements InitialWeights.Initialization {

  @Override
  public DoubleSupplier distribution(ParameterSpec slot) {
    String name = slot.info().name();
    boolean bias = name.endsWith("bias");
    return switch (slot.info().role()) {
      case CONVOLUTION -> draws.uniform(scale(slot.shape().slice(1).size()));
      case NORM -> draws.constant(bias || isLastOfBlock(slot) ? 0 : 1);
      case NORM_STATISTIC -> draws.constant(name.endsWith("running_var") ? 1 : 0);
      case POSITION_EMBEDDING -> draws.normal(scale(features));
      case ATTENTION_INPUT, PROJECTION ->
          bias ? draws.uniform(scale(features)) : draws.normal(scale(features));
      default -> throw new IllegalArgumentException("no modified ResNet has " + slot.info());
    };
  }

  private static boolean isLastOfBlock(ParameterSpec slot) {
    return slot.info().layer() >= 0 && slot.info().name().endsWith("bn3.weight");
  }
}

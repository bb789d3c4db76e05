package dev.lethe.clip.openclip;

import static dev.lethe.clip.openclip.Draws.scale;

import dev.lethe.api.model.TransformerShape;
import dev.lethe.clip.model.ParameterSpec;
import java.util.function.DoubleSupplier;

/** The text tower's matrices are normal, narrower the deeper it is. */
record TextInitialization(TransformerShape shape, Draws draws)
    implements InitialWeights.Initialization {

  @Override
  public DoubleSupplier distribution(ParameterSpec slot) {
    boolean bias = slot.info().name().endsWith("bias");
    double width = scale(shape.width());
    double depth = scale(2L * shape.layers());
    return switch (slot.info().role()) {
      case NORM -> draws.constant(bias ? 0 : 1);
      case TOKEN_EMBEDDING -> draws.normal(0.02);
      case POSITION_EMBEDDING -> draws.normal(0.01);
      case PROJECTION -> draws.normal(width);
      case ATTENTION_INPUT -> bias ? draws.constant(0) : draws.normal(width);
      case ATTENTION_OUTPUT -> bias ? draws.constant(0) : draws.normal(width * depth);
      case MLP_INPUT -> bias ? draws.uniform(width) : draws.normal(scale(2L * shape.width()));
      case MLP_OUTPUT ->
          bias ? draws.uniform(scale(shape.mlpWidth())) : draws.normal(width * depth);
      default -> throw new IllegalArgumentException("no text tower has " + slot.info());
    };
  }
}

package dev.lethe.clip.openclip;

import static dev.lethe.clip.openclip.Draws.scale;

import dev.lethe.api.model.TransformerShape;
import dev.lethe.clip.model.ParameterSpec;
import java.util.function.DoubleSupplier;

/** A vision transformer's matrices are what PyTorch's layers begin with. */
record VisionTransformerInitialization(TransformerShape shape, Draws draws)
    implements InitialWeights.Initialization {

  @Override
  public DoubleSupplier distribution(ParameterSpec slot) {
    boolean bias = slot.info().name().endsWith("bias");
    double width = scale(shape.width());
    return switch (slot.info().role()) {
      case NORM -> draws.constant(bias ? 0 : 1);
      case CLASS_EMBEDDING, POSITION_EMBEDDING, PROJECTION -> draws.normal(width);
      case PATCH_EMBEDDING -> draws.uniform(scale(slot.shape().slice(1).size()));
      case ATTENTION_INPUT ->
          bias ? draws.constant(0) : draws.uniform(StrictMath.sqrt(6.0 / (4L * shape.width())));
      case ATTENTION_OUTPUT -> bias ? draws.constant(0) : draws.uniform(width);
      case MLP_INPUT -> draws.uniform(width);
      case MLP_OUTPUT -> draws.uniform(scale(shape.mlpWidth()));
      default -> throw new IllegalArgumentException("no vision transformer has " + slot.info());
    };
  }
}

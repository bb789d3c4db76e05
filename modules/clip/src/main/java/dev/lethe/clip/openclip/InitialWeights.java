package dev.lethe.clip.openclip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.ModifiedResNet;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.api.model.VisionTransformer;
import dev.lethe.clip.model.ParameterSpec;
import dev.lethe.clip.model.WeightSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.DoubleSupplier;

/**
 * Random weights, distributed as OpenCLIP initializes a new model. They are drawn in Java from a
 * generator that the Java platform specifies to the bit, so that a seed gives the same model on
 * every machine.
 */
final class InitialWeights implements WeightSource {
  /** The temperature of Radford et al.: 1 / 0.07. */
  private static final double LOGIT_SCALE = StrictMath.log(1 / 0.07);

  /** How the values of a tower's parameters are distributed. */
  interface Initialization {
    DoubleSupplier distribution(ParameterSpec slot);
  }

  private final Draws draws;
  private final Initialization vision;
  private final Initialization text;

  InitialWeights(VisionArchitecture vision, TextArchitecture text, long seed) {
    draws = new Draws(seed);
    this.vision =
        vision instanceof VisionTransformer transformer
            ? new VisionTransformerInitialization(transformer.transformer(), draws)
            : new ModifiedResNetInitialization(((ModifiedResNet) vision).features(), draws);
    this.text = new TextInitialization(text.transformer(), draws);
  }

  @Override
  public NDArray values(NDManager owner, ParameterSpec slot) {
    Shape shape = slot.shape();
    Component component = slot.info().component();
    DoubleSupplier distribution =
        component.equals(Component.TEXT)
            ? text.distribution(slot)
            : component.equals(Component.IMAGE)
                ? vision.distribution(slot)
                : draws.constant(LOGIT_SCALE);
    int size = Math.toIntExact(shape.size());
    ByteBuffer buffer =
        ByteBuffer.allocateDirect(Math.multiplyExact(size, Float.BYTES))
            .order(ByteOrder.nativeOrder());
    for (int i = 0; i < size; i++) {
      buffer.putFloat((float) distribution.getAsDouble());
    }
    try (NDArray view = owner.create(buffer.flip(), shape, DataType.FLOAT32)) {
      NDArray values = view.duplicate(); // the view shares the buffer's memory
      values.attach(owner);
      return values;
    }
  }
}

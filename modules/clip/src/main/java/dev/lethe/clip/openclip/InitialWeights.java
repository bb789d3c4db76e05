package dev.lethe.clip.openclip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.Tower;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.clip.model.Slot;
import dev.lethe.clip.model.WeightSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.function.DoubleSupplier;

/**
 * Random weights, distributed as OpenCLIP initialises a new model. They are drawn in Java from a
 * generator that the Java platform specifies to the bit, so that a seed gives the same model on
 * every machine.
 */
final class InitialWeights implements WeightSource {
  /** The temperature of Radford et al.: 1 / 0.07. */
  private static final double LOGIT_SCALE = StrictMath.log(1 / 0.07);

  private final TransformerShape vision;
  private final TransformerShape text;
  private final Random random;

  InitialWeights(TransformerShape vision, TransformerShape text, long seed) {
    this.vision = vision;
    this.text = text;
    random = new Random(seed);
  }

  @Override
  public NDArray values(NDManager owner, Slot slot) {
    Shape shape = slot.shape();
    DoubleSupplier distribution = distribution(slot);
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

  private DoubleSupplier distribution(Slot slot) {
    ParameterInfo info = slot.info();
    boolean bias = info.name().endsWith("bias");
    return switch (info.role()) {
      case NORM -> constant(bias ? 0 : 1);
      case LOGIT_SCALE -> constant(LOGIT_SCALE);
      case TOKEN_EMBEDDING -> normal(0.02);
      case POSITION_EMBEDDING -> normal(info.tower() == Tower.TEXT ? 0.01 : scale(vision.width()));
      case CLASS_EMBEDDING -> normal(scale(vision.width()));
      case PROJECTION -> normal(scale(slot.shape().get(0)));
      case PATCH_EMBEDDING -> uniform(scale(slot.shape().slice(1).size()));
      case ATTENTION_INPUT, ATTENTION_OUTPUT -> bias ? constant(0) : matrix(slot);
      case MLP_INPUT -> bias ? uniform(scale(width(info))) : matrix(slot);
      case MLP_OUTPUT -> bias ? uniform(scale(mlpWidth(info))) : matrix(slot);
    };
  }

  /**
   * The text tower's matrices are normal, the image tower's are what PyTorch's layers begin with.
   */
  private DoubleSupplier matrix(Slot slot) {
    ParameterInfo info = slot.info();
    long outputs = slot.shape().get(0);
    long inputs = slot.shape().get(1);
    if (info.tower() == Tower.IMAGE) {
      return switch (info.role()) {
        case ATTENTION_INPUT -> uniform(StrictMath.sqrt(6.0 / (inputs + outputs)));
        default -> uniform(scale(inputs));
      };
    }
    return switch (info.role()) {
      case ATTENTION_INPUT -> normal(scale(text.width()));
      case MLP_INPUT -> normal(scale(2L * text.width()));
      default -> normal(scale(text.width()) * scale(2L * text.layers()));
    };
  }

  private int width(ParameterInfo info) {
    return info.tower() == Tower.TEXT ? text.width() : vision.width();
  }

  private int mlpWidth(ParameterInfo info) {
    return info.tower() == Tower.TEXT ? text.mlpWidth() : vision.mlpWidth();
  }

  /** Returns {@code n^(-1/2)}. */
  private static double scale(long n) {
    return 1 / StrictMath.sqrt(n);
  }

  private static DoubleSupplier constant(double value) {
    return () -> value;
  }

  private DoubleSupplier normal(double deviation) {
    return () -> deviation * random.nextGaussian();
  }

  private DoubleSupplier uniform(double bound) {
    return () -> bound * (2 * random.nextDouble() - 1);
  }
}

package dev.lethe.engine.model;

import ai.djl.ndarray.NDArray;
import dev.lethe.api.UsageException;
import dev.lethe.api.model.FloatFormat;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.Parameter;

/** How far the floats reach that a model is to be stored in. */
public final class FloatRange {
  private FloatRange() {}

  /**
   * Refuses a format in which a finite value of a model would become infinite.
   *
   * @throws UsageException naming the first parameter that holds such a value
   */
  public static void require(Model model, FloatFormat format) {
    float largest = largest(format);
    for (Parameter parameter : model.parameters()) {
      try (NDArray sizes = parameter.value().abs();
          NDArray most = sizes.max()) {
        float value = most.getFloat();
        if (Float.isFinite(value) && value > largest) {
          throw new UsageException(
              "%s has a value of the size %s, and %s ends at %s: choose another format"
                  .formatted(parameter.info().name(), value, format, largest));
        }
      }
    }
  }

  private static float largest(FloatFormat format) {
    return switch (format) {
      case FP64, FP32 -> Float.MAX_VALUE;
      case FP16 -> 65504;
      case BF16 -> 0x1.fep127f;
    };
  }
}

package dev.lethe.tensor;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Automatic differentiation. Whether gradients are recorded is a setting of each thread, and on in
 * a new one; these methods set it for their own duration. Unlike DJL's {@code GradientCollector},
 * of which a virtual machine can have one at a time, several threads may use this at once.
 */
public final class Autograd {
  private Autograd() {}

  /** Runs work without recording gradients, as for a teacher. */
  public static <T extends @Nullable Object> T withoutGradients(Supplier<T> work) {
    return inMode(false, work);
  }

  /**
   * Computes a loss and adds its gradients to those of the parameters. Neither an input made from
   * {@code scope} nor an intermediate can be freed before the backward pass; everything that was
   * computed is freed when this returns, even what DJL attached to the manager of a parameter. So
   * read what else is wanted (values of single rows, say) into Java arrays inside {@code loss}.
   *
   * <p>Inside {@code loss} no operation may take a Java number (see the package's description).
   *
   * @param parent the parent of the memory of this computation
   * @param loss computes a tensor of one element from a manager that owns inputs and intermediates
   * @return the value of the loss
   * @throws IllegalArgumentException if the loss is not one element
   * @throws EngineException if the loss depends on no parameter that requires a gradient
   */
  public static double backward(NDManager parent, Function<NDManager, NDArray> loss) {
    return inMode(
        true,
        () -> {
          try (NDManager scope = parent.newSubManager();
              NDScope computed = new NDScope()) {
            computed.suppressNotUsedWarning();
            NDArray value = loss.apply(scope);
            if (value.size() != 1) {
              throw new IllegalArgumentException(
                  "a loss must be one element (got shape " + value.getShape() + ")");
            }
            NDArray one = scope.ones(value.getShape(), value.getDataType());
            JniUtils.backward((PtNDArray) value, (PtNDArray) one, false, false);
            return value.toType(DataType.FLOAT64, false).getDouble();
          }
        });
  }

  /**
   * Makes the gradients of parameters, of zeros, side by side. Left to the first backward pass,
   * they would lie for good among what it computes and frees, and what later passes need would fit
   * the holes between them less and less.
   *
   * @param parent the parent of the memory of this computation; the gradients belong to the
   *     parameters
   * @param parameters arrays that require a gradient
   */
  public static void makeGradients(NDManager parent, List<NDArray> parameters) {
    for (NDArray parameter : parameters) {
      backward(parent, scope -> parameter.sum());
    }
    zeroGradients(parameters);
  }

  /**
   * Sets gradients to zero.
   *
   * @param parameters arrays that have a gradient
   */
  public static void zeroGradients(List<NDArray> parameters) {
    parameters.forEach(parameter -> JniUtils.zeroGrad((PtNDArray) parameter));
  }

  /**
   * Returns the gradients that have gathered, one for each parameter, in order. They are the
   * accumulators themselves: changing one in place changes what the next backward pass adds to. A
   * parameter that no loss has reached yet has zeros instead, which are not its accumulator.
   *
   * @param owner owns the handles
   * @param parameters arrays that require a gradient
   */
  public static NDList gradients(NDManager owner, List<NDArray> parameters) {
    NDList gradients = new NDList(parameters.size());
    for (NDArray parameter : parameters) {
      NDArray gradient = parameter.getGradient(); // DJL attaches it to the parameter's manager
      gradient.attach(owner);
      gradients.add(gradient);
    }
    return gradients;
  }

  private static <T extends @Nullable Object> T inMode(boolean recording, Supplier<T> work) {
    TorchEngine.start();
    boolean before = JniUtils.isGradMode();
    JniUtils.setGradMode(recording);
    try {
      return work.get();
    } finally {
      JniUtils.setGradMode(before);
    }
  }
}

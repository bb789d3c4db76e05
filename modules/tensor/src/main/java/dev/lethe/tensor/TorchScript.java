package dev.lethe.tensor;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Functions written as TorchScript source text, so that Java reaches every operator of PyTorch,
 * fused ones and those on lists of tensors included.
 *
 * <pre>{@code
 * TorchScript script = TorchScript.compile(manager, "Half", """
 *     def half(self, x: Tensor) -> Tensor:
 *       return x * 0.5
 *     """);
 * NDArray y = script.call(step, "half", x).singletonOrThrow();
 * }</pre>
 *
 * A number in the source is a true constant: unlike {@code x.mul(0.5f)} it is safe where a gradient
 * flows. Owns native memory.
 */
public final class TorchScript implements AutoCloseable {
  private final PtSymbolBlock module;

  private TorchScript(PtSymbolBlock module) {
    this.module = module;
  }

  /**
   * Compiles functions.
   *
   * @param manager closes the functions when it is closed
   * @param className a name for error messages, a Python identifier
   * @param methods Python functions without indentation, in the language that TorchScript is saved
   *     in: the first parameter is {@code self}, every other one and the result have a type, such
   *     as {@code Tensor}, {@code List[Tensor]}, {@code float}, {@code int}
   * @throws IllegalArgumentException if the source is not valid
   */
  public static TorchScript compile(NDManager manager, String className, String methods) {
    TorchEngine.start();
    String source =
        "class %s(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n%s"
            .formatted(className, methods.indent(2));
    byte[] archive = TorchScriptArchive.write(className, source);
    try {
      return new TorchScript(
          JniUtils.loadModule(
              (PtNDManager) manager, new ByteArrayInputStream(archive), false, false));
    } catch (EngineException e) {
      throw new IllegalArgumentException("TorchScript of " + className + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Calls a function that takes part in automatic differentiation: where gradients are on and an
   * argument requires one, the result carries a graph.
   *
   * @param owner owns the results; must stay open until the backward pass
   * @param method the name of a function whose parameters are {@code Tensor} or {@code
   *     List[Tensor]}
   * @param arguments an {@code NDArray} or a {@code List<NDArray>} that is not empty for each; no
   *     array may occur in two of them
   * @return the tensor, or the tensors of the list or tuple that it returns
   * @throws EngineException if PyTorch refuses the arguments
   */
  public NDList call(NDManager owner, String method, Object... arguments) {
    JniUtils.setGraphExecutorOptimize(false); // a setting of each thread
    try (NamedArguments named = new NamedArguments(owner, method, arguments)) {
      return IValueUtils.forward(module, named.list(), true);
    }
  }

  /**
   * Runs a function outside automatic differentiation, such as an update in place. Its results are
   * plain values: they cannot be used where a gradient flows.
   *
   * @param owner owns the results
   * @param method the name of a function
   * @param arguments an {@code NDArray}, a {@code List<NDArray>}, a {@code Double} (for {@code
   *     float}), a {@code Long} or {@code Integer} (for {@code int}) or a {@code Boolean} for each
   * @return the tensors that it returns; empty where it returns none
   * @throws EngineException if PyTorch refuses the arguments
   */
  public NDList run(NDManager owner, String method, Object... arguments) {
    JniUtils.setGraphExecutorOptimize(false);
    IValue[] values = new IValue[arguments.length];
    try {
      for (int i = 0; i < values.length; i++) {
        values[i] = TorchValues.of(arguments[i]);
      }
      try (IValue result = IValueUtils.runMethod(module, method, values)) {
        return TorchValues.tensors(result, (PtNDManager) owner);
      }
    } finally {
      for (IValue value : values) {
        if (value != null) {
          value.close();
        }
      }
    }
  }

  @Override
  public void close() {
    module.close();
  }
}

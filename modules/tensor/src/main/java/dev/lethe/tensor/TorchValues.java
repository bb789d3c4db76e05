package dev.lethe.tensor;

import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.List;

/** Java values as TorchScript values, and back. */
final class TorchValues {
  private TorchValues() {}

  static IValue of(Object argument) {
    if (argument instanceof PtNDArray array) {
      return IValue.from(array);
    } else if (argument instanceof List<?> list) {
      return IValue.listFrom(list.toArray(PtNDArray[]::new));
    } else if (argument instanceof Double number) {
      return IValue.from(number.doubleValue());
    } else if (argument instanceof Long number) {
      return IValue.from(number.longValue());
    } else if (argument instanceof Integer number) {
      return IValue.from(number.longValue());
    } else if (argument instanceof Boolean truth) {
      return IValue.from(truth.booleanValue());
    }
    throw new IllegalArgumentException("not a TorchScript argument: " + argument.getClass());
  }

  static NDList tensors(IValue result, PtNDManager owner) {
    boolean holdsTensors = result.isTensor() || result.isList() || result.isTuple();
    return holdsTensors ? result.toNDList(owner) : new NDList();
  }
}

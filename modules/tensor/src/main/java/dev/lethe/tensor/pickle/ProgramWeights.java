package dev.lethe.tensor.pickle;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gathers the tensors of a program's modules, named by the way to them, such as {@code
 * visual.conv1.weight}. A module that is reached in two ways is there twice, as it is in a state
 * dict.
 */
final class ProgramWeights {
  private static final int DEEPEST = 64;

  /** Modules that share others could stand for far more names than there are bytes. */
  private static final int MOST_MODULES = 100_000;

  private final Map<String, TensorView> tensors = new LinkedHashMap<>();
  private int modules;

  private ProgramWeights() {}

  static Map<String, TensorView> of(Object saved) {
    ProgramWeights weights = new ProgramWeights();
    if (saved instanceof ProgramObject module) {
      weights.add("", module, 0);
    }
    if (weights.tensors.isEmpty()) {
      throw new RefusedException("it is a program whose modules hold no tensors");
    }
    return weights.tensors;
  }

  private void add(String prefix, ProgramObject module, int depth) {
    if (depth > DEEPEST || ++modules > MOST_MODULES) {
      throw new RefusedException("its modules contain each other without end");
    }
    module
        .attributes()
        .forEach(
            (name, value) -> {
              if (value instanceof TensorView tensor) {
                put(prefix + name, tensor);
              } else if (value instanceof ProgramObject part) {
                add(prefix + name + ".", part, depth + 1);
              }
            });
  }

  private void put(String name, TensorView tensor) {
    if (tensors.put(name, tensor) != null) {
      throw new RefusedException("its modules hold two tensors '%s'", name);
    }
  }
}

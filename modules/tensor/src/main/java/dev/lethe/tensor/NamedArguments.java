package dev.lethe.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Arguments of a differentiable call. DJL tells what belongs together by the names of the arrays:
 * those named {@code 3[]} become one list, one named {@code module_method:f} chooses the function.
 * The names that the arrays had before are given back.
 */
final class NamedArguments implements AutoCloseable {
  private final NDList arrays = new NDList();
  private final List<@Nullable String> namesBefore = new ArrayList<>();
  private final Set<NDArray> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final NDArray method;

  NamedArguments(NDManager owner, String methodName, Object[] arguments) {
    method = owner.zeros(new Shape()); // DJL gives the results to the first array's manager
    try {
      add(method, "module_method:" + methodName);
      for (int i = 0; i < arguments.length; i++) {
        addArgument(i, arguments[i]);
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  NDList list() {
    return arrays;
  }

  @Override
  public void close() {
    for (int i = 0; i < arrays.size(); i++) {
      arrays.get(i).setName(namesBefore.get(i));
    }
    method.close();
  }

  private void addArgument(int index, Object argument) {
    if (argument instanceof NDArray array) {
      add(array, null);
    } else if (argument instanceof List<?> list && !list.isEmpty()) {
      list.forEach(element -> add((NDArray) element, index + "[]"));
    } else {
      throw new IllegalArgumentException(
          "argument %d must be an NDArray or a list of some (got %s)".formatted(index, argument));
    }
  }

  private void add(NDArray array, @Nullable String name) {
    if (!seen.add(array)) {
      throw new IllegalArgumentException("the same array is given twice");
    }
    namesBefore.add(array.getName());
    arrays.add(array);
    array.setName(name);
  }
}

package dev.lethe.tensor.pickle;

import dev.lethe.tensor.pickle.Symbol.Function;
import dev.lethe.tensor.pickle.Symbol.StorageClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the functions that a state dict calls do here: they check, and describe the result. */
final class TorchCalls {
  private static final int STORAGE_PARTS = 5;
  private static final int LEAST_TENSOR_ARGUMENTS = 4;
  private static final int LEAST_TYPE_ARGUMENTS = 3;

  private final Map<String, ZipRecord> records;
  private final String root;

  /**
   * Creates the functions.
   *
   * @param records what the archive holds
   * @param root what the names of its records begin with
   */
  TorchCalls(Map<String, ZipRecord> records, String root) {
    this.records = records;
    this.root = root;
  }

  /** Returns the storage that {@code ("storage", class, key, device, size)} stands for. */
  Storage storage(Object id) {
    if (!(id instanceof List<?> parts)
        || parts.size() != STORAGE_PARTS
        || !"storage".equals(parts.get(0))
        || !(parts.get(1) instanceof StorageClass storage)
        || !(parts.get(2) instanceof String key)
        || !(parts.get(4) instanceof Long size)) {
      throw new RefusedException("it refers to something outside that is no storage");
    }
    ZipRecord record = records.get(root + "data/" + key);
    if (record == null) {
      throw new RefusedException("it lacks the storage '%s'", key);
    }
    int bytes = storage.type().bytes();
    if (record.length() % bytes != 0 || record.length() / bytes != size) {
      throw new RefusedException(
          "the storage '%s' has %d bytes, not those of %d values of %s",
          key, record.length(), size, storage.type());
    }
    return new Storage(storage.type(), record.requirePlain().begin(), size);
  }

  Object call(Function function, List<?> arguments) {
    return switch (function) {
      case ORDERED_DICT -> dict(arguments);
      case DEFAULT_DICT -> new LinkedHashMap<Object, Object>();
      case COUNTER -> counter(arguments);
      case DEQUE -> new ArrayList<Object>();
      case SIZE -> typed(arguments);
      case REBUILD_OF_TYPE -> ofType(arguments);
      case REBUILD_TENSOR -> tensor(arguments);
      case REBUILD_PARAMETER -> parameter(arguments);
      case TYPED -> typed(arguments);
    };
  }

  private static Map<Object, Object> dict(List<?> arguments) {
    if (!arguments.isEmpty()) {
      throw new RefusedException("it makes an OrderedDict with arguments, expected none");
    }
    return new LinkedHashMap<>();
  }

  private static TensorView tensor(List<?> arguments) {
    if (arguments.size() >= LEAST_TENSOR_ARGUMENTS
        && arguments.get(0) instanceof Storage storage
        && arguments.get(1) instanceof Long offset) {
      long @Nullable [] sizes = numbers(arguments.get(2));
      long @Nullable [] strides = numbers(arguments.get(3));
      if (sizes != null && strides != null) {
        return new TensorView(storage, offset, sizes, strides);
      }
    }
    throw new RefusedException("it makes a tensor of something else than a storage and numbers");
  }

  private static TensorView parameter(List<?> arguments) {
    if (!arguments.isEmpty() && arguments.get(0) instanceof TensorView tensor) {
      return tensor;
    }
    throw new RefusedException("it makes a parameter of something else than a tensor");
  }

  private static Object counter(List<?> arguments) {
    return arguments.isEmpty() ? new LinkedHashMap<Object, Object>() : arguments.get(0);
  }

  /** A tensor with attributes, or of a subclass: what makes it, its class, its arguments. */
  private Object ofType(List<?> arguments) {
    if (arguments.size() >= LEAST_TYPE_ARGUMENTS && arguments.get(2) instanceof List<?> inner) {
      if (arguments.get(0) instanceof Symbol.Other other) {
        return new Opaque(other.name());
      }
      if (arguments.get(0) == Function.REBUILD_TENSOR
          || arguments.get(0) == Function.REBUILD_PARAMETER) {
        return call((Function) arguments.get(0), inner);
      }
    }
    throw new RefusedException("it makes a tensor by what makes none");
  }

  private static Object typed(List<?> arguments) {
    if (!arguments.isEmpty()) {
      return arguments.get(0);
    }
    throw new RefusedException("it gives a type to nothing");
  }

  private static long @Nullable [] numbers(Object value) {
    if (!(value instanceof List<?> list) || !list.stream().allMatch(Long.class::isInstance)) {
      return null;
    }
    return list.stream().mapToLong(Long.class::cast).toArray();
  }
}

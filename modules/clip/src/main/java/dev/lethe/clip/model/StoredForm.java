package dev.lethe.clip.model;

import dev.lethe.api.model.FloatFormat;
import dev.lethe.tensor.stored.StoredType;
import dev.lethe.tensor.stored.TensorContent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be kept of the way in which a file had a model, beside the values.
 *
 * @param types how each parameter was stored, by the parameter's name
 * @param otherwise how a parameter is stored that is not named
 * @param carried tensors that are no parameters, by name
 */
public record StoredForm(
    Map<String, StoredType> types, StoredType otherwise, Map<String, TensorContent> carried) {

  /** Keeps copies. */
  public StoredForm {
    types = Map.copyOf(types);
    carried = Map.copyOf(carried);
  }

  /** Stores singles and nothing else. */
  public static StoredForm singles() {
    return new StoredForm(Map.of(), StoredType.F32, Map.of());
  }

  /** Stores every parameter in one way, or as it was; what was carried stays. */
  public StoredForm in(@Nullable FloatFormat format) {
    if (format == null) {
      return this;
    }
    return new StoredForm(Map.of(), type(format), carried);
  }

  /** Leaves away what belongs to one format alone. */
  public StoredForm withoutCarried() {
    return new StoredForm(types, otherwise, Map.of());
  }

  /** Returns how a parameter is stored. */
  public StoredType of(String parameter) {
    return types.getOrDefault(parameter, otherwise);
  }

  /** Returns the format of floats that a type is, if it is one that a parameter may have. */
  public static Optional<FloatFormat> format(StoredType type) {
    return Arrays.stream(FloatFormat.values()).filter(format -> type(format) == type).findFirst();
  }

  private static StoredType type(FloatFormat format) {
    return switch (format) {
      case FP32 -> StoredType.F32;
      case FP16 -> StoredType.F16;
      case BF16 -> StoredType.BF16;
    };
  }
}

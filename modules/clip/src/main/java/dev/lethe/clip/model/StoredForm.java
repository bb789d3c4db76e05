package dev.lethe.clip.model;

import ai.djl.ndarray.types.Shape;
import dev.lethe.api.model.FloatFormat;
import dev.lethe.tensor.stored.StoredType;
import dev.lethe.tensor.stored.TensorContent;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be kept of the way in which a file had a model, beside the values.
 *
 * @param types how each of the tensors of a parameter was stored, by the parameter's name: of one
 *     that the file has as query, key and value, three
 * @param otherwise how a parameter is stored that is not named
 * @param shapes the dimensions of parameters that the file has with others than this model
 * @param carried tensors that are no parameters, by name
 */
public record StoredForm(
    Map<String, List<StoredType>> types,
    StoredType otherwise,
    Map<String, Shape> shapes,
    Map<String, TensorContent> carried) {

  /** Keeps copies. */
  public StoredForm {
    types = Map.copyOf(types);
    shapes = Map.copyOf(shapes);
    carried = Map.copyOf(carried);
  }

  /** Stores singles and nothing else. */
  public static StoredForm singles() {
    return new StoredForm(Map.of(), StoredType.F32, Map.of(), Map.of());
  }

  /** Stores every parameter in one way, or as it was; what was carried stays. */
  public StoredForm in(@Nullable FloatFormat format) {
    if (format == null) {
      return this;
    }
    return new StoredForm(Map.of(), type(format), shapes, carried);
  }

  /**
   * Leaves away what belongs to one format alone.
   *
   * @param kept which of the carried tensors another format has too
   */
  public StoredForm elsewhere(Predicate<String> kept) {
    Map<String, TensorContent> there = new HashMap<>(carried);
    there.keySet().retainAll(carried.keySet().stream().filter(kept).toList());
    return new StoredForm(types, otherwise, Map.of(), there);
  }

  /** Returns the names of the carried tensors that another format has not, in their order. */
  public List<String> lost(Predicate<String> kept) {
    return carried.keySet().stream().filter(kept.negate()).sorted().toList();
  }

  /**
   * Returns how each tensor of a parameter is stored. Where the number of tensors is another than
   * it was, all are stored so that none of them loses anything.
   *
   * @param parts the number of tensors that the parameter is stored in
   */
  public List<StoredType> of(String parameter, int parts) {
    List<StoredType> stored = types.getOrDefault(parameter, List.of(otherwise));
    return stored.size() == parts ? stored : Collections.nCopies(parts, holdingAll(stored));
  }

  /** Returns how parameters are stored, or what holds the values of all where they differ. */
  public StoredType holdingAll() {
    List<StoredType> all = types.values().stream().flatMap(List::stream).toList();
    return all.isEmpty() ? otherwise : holdingAll(all);
  }

  /** Returns the format of floats that a type is, if it is one that a parameter may have. */
  public static Optional<FloatFormat> format(StoredType type) {
    return Arrays.stream(FloatFormat.values()).filter(format -> type(format) == type).findFirst();
  }

  /** Neither half holds what the other holds; a single holds both. */
  private static StoredType holdingAll(List<StoredType> types) {
    Set<StoredType> distinct = new HashSet<>(types);
    if (distinct.size() == 1) {
      return types.get(0);
    }
    return distinct.contains(StoredType.F64) ? StoredType.F64 : StoredType.F32;
  }

  private static StoredType type(FloatFormat format) {
    return switch (format) {
      case FP64 -> StoredType.F64;
      case FP32 -> StoredType.F32;
      case FP16 -> StoredType.F16;
      case BF16 -> StoredType.BF16;
    };
  }
}

package dev.lethe.tensor.pickle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the weights among all that a training has saved: at the top, or below keys that are usual
 * for them, within each other where need be.
 */
final class SavedWeights {
  /** The weights that are trained stand before their averages, and OpenCLIP's key before others. */
  private static final List<String> KEYS =
      List.of(
          "state_dict",
          "model_state_dict",
          "model_state",
          "model",
          "module",
          "net",
          "network",
          "weights",
          "params",
          "model_ema",
          "ema_model",
          "ema_state_dict",
          "state_dict_ema",
          "ema",
          "teacher");

  private static final int DEEPEST = 4;

  private final List<String> notes = new ArrayList<>();

  private SavedWeights() {}

  static StateDict in(Object saved) {
    SavedWeights weights = new SavedWeights();
    Map<String, TensorView> tensors = weights.find(saved, 0);
    if (tensors.isEmpty()) {
      throw new RefusedException(
          "it holds no tensors by name, neither at its top nor below one of the keys %s",
          String.join(", ", KEYS));
    }
    return new StateDict(tensors, false, weights.notes);
  }

  private Map<String, TensorView> find(Object saved, int depth) {
    if (!(saved instanceof Map<?, ?> dict) || depth > DEEPEST) {
      return Map.of();
    }
    Map<String, Map<String, TensorView>> below = new LinkedHashMap<>();
    for (String key : KEYS) {
      Map<String, TensorView> tensors = find(dict.get(key), depth + 1);
      if (!tensors.isEmpty()) {
        below.put(key, tensors);
      }
    }
    if (below.isEmpty()) {
      return tensors(dict);
    }
    List<String> keys = List.copyOf(below.keySet());
    if (keys.size() > 1) {
      notes.add(
          "the weights are those below '%s'; others are below %s"
              .formatted(keys.get(0), String.join(", ", keys.subList(1, keys.size()))));
    }
    return below.get(keys.get(0));
  }

  private static Map<String, TensorView> tensors(Map<?, ?> dict) {
    Map<String, TensorView> tensors = new LinkedHashMap<>();
    dict.forEach(
        (key, value) -> {
          if (key instanceof String name && value instanceof TensorView view) {
            tensors.put(name, view);
          }
        });
    if (!tensors.isEmpty()) {
      dict.forEach(SavedWeights::requireRead);
    }
    return tensors;
  }

  private static void requireRead(Object name, Object value) {
    String kind = UnreadTensors.kind(value);
    if (kind != null) {
      throw new RefusedException(
          "its tensor '%s' is %s; save it as an ordinary one (dense, on the processor)",
          name, kind);
    }
  }
}

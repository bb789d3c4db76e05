package dev.lethe.tensor.pickle;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /** What each dict holds: one that stands below many keys is looked at once. */
  private final Map<Object, Found> seen = new IdentityHashMap<>();

  private SavedWeights() {}

  static StateDict in(Object saved) {
    Found found = new SavedWeights().find(saved, 0);
    if (found.tensors().isEmpty()) {
      throw new RefusedException(
          "it holds no tensors by name, neither at its top nor below one of the keys %s",
          String.join(", ", KEYS));
    }
    return new StateDict(found.tensors(), false, found.notes());
  }

  private Found find(@Nullable Object saved, int depth) {
    if (!(saved instanceof Map<?, ?> dict) || depth > DEEPEST) {
      return Found.NOTHING;
    }
    Found known = seen.putIfAbsent(dict, Found.NOTHING); // a dict may contain itself
    if (known != null) {
      return known;
    }
    Map<String, Found> below = new LinkedHashMap<>();
    for (String key : KEYS) {
      Found found = find(dict.get(key), depth + 1);
      if (!found.tensors().isEmpty()) {
        below.put(key, found);
      }
    }
    Found found = below.isEmpty() ? new Found(tensors(dict), List.of()) : first(below);
    seen.put(dict, found);
    return found;
  }

  private static Found first(Map<String, Found> below) {
    List<String> keys = List.copyOf(below.keySet());
    Found first = below.get(keys.get(0));
    if (keys.size() == 1) {
      return first;
    }
    List<String> notes = new ArrayList<>();
    notes.add(
        "the weights are those below '%s'; others are below %s"
            .formatted(keys.get(0), String.join(", ", keys.subList(1, keys.size()))));
    notes.addAll(first.notes());
    return new Found(first.tensors(), notes);
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

  private record Found(Map<String, TensorView> tensors, List<String> notes) {
    static final Found NOTHING = new Found(Map.of(), List.of());
  }
}

package dev.lethe.tensor.pickle;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions that make tensors of kinds that are not read; a training may save some of them. */
final class UnreadTensors {
  private static final String MODULE = "torch._utils.";

  private static final Map<String, String> KINDS =
      Map.of(
          "_rebuild_tensor_v3", "of a type that has no storage of its own",
          "_rebuild_sparse_tensor", "sparse",
          "_rebuild_sparse_csr_tensor", "sparse",
          "_rebuild_nested_tensor", "nested",
          "_rebuild_qtensor", "quantized",
          "_rebuild_meta_tensor_no_storage", "without values (on the device 'meta')",
          "_rebuild_wrapper_subclass", "wrapped by a class of its own",
          "_rebuild_xla_tensor", "an array of another library",
          "_rebuild_device_tensor_from_numpy", "an array of another library");

  private UnreadTensors() {}

  static boolean makes(String name) {
    return kind(name) != null;
  }

  /** Returns what a value is that such a function has made, or null for everything else. */
  static @Nullable String kind(Object value) {
    return value instanceof Opaque opaque ? kind(opaque.name()) : null;
  }

  private static @Nullable String kind(String name) {
    return name.startsWith(MODULE) ? KINDS.get(name.substring(MODULE.length())) : null;
  }
}

package dev.lethe.api.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a model came from.
 *
 * @param format the name of the loader or factory that made it
 * @param path the checkpoint it was read from, or null for a new model
 * @param sha256 the hash of the file that holds its weights, in hexadecimal, or null for a new
 *     model
 * @param floats how the checkpoint stores its floats, in alphabetical order; empty for a new model
 * @param warnings what is suspicious about the checkpoint, a sentence each
 */
public record ModelProvenance(
    String format,
    @Nullable String path,
    @Nullable String sha256,
    List<FloatFormat> floats,
    List<String> warnings) {

  /** Keeps copies. */
  public ModelProvenance {
    floats = List.copyOf(floats);
    warnings = List.copyOf(warnings);
  }
}

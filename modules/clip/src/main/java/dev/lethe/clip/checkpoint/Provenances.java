package dev.lethe.clip.checkpoint;

import dev.lethe.api.model.Activation;
import dev.lethe.api.model.FloatFormat;
import dev.lethe.api.model.ModelProvenance;
import dev.lethe.clip.model.StoredForm;
import dev.lethe.tensor.stored.TensorFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says where a model came from, and what is suspicious about it. */
public final class Provenances {
  private Provenances() {}

  /**
   * Describes a checkpoint.
   *
   * @param format the name of its loader
   * @param path what the user named
   * @param weights the open file that holds the weights
   * @param activation what the weights are read with
   * @param warnings what the loader noticed
   */
  public static ModelProvenance of(
      String format, Path path, TensorFile weights, Activation activation, List<String> warnings) {
    String hash = WeightsHash.of(weights.files());
    List<String> all = new ArrayList<>(weights.notes());
    all.addAll(warnings);
    QuickGelu.suspicion(weights.path(), hash, activation).ifPresent(all::add);
    return new ModelProvenance(format, path.toString(), hash, floats(weights), all);
  }

  private static List<FloatFormat> floats(TensorFile weights) {
    return weights.entries().stream()
        .flatMap(tensor -> StoredForm.format(tensor.type()).stream())
        .distinct()
        .sorted(Comparator.comparing(FloatFormat::name))
        .toList();
  }
}

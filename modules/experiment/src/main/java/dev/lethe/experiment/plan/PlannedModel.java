package dev.lethe.experiment.plan;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.Tower;
import dev.lethe.api.model.VisionLanguageModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A checkpoint whose format is known.
 *
 * @param path where it is
 * @param loader what reads it
 * @param loaders every installed one
 * @param options what the user says against it
 * @param fingerprint a hash of all its files
 * @param bytes the size of all its files
 */
public record PlannedModel(
    Path path,
    Planned<ModelLoader> loader,
    List<Planned<ModelLoader>> loaders,
    LoadOptions options,
    String fingerprint,
    long bytes) {

  /** Returns the towers that the checkpoint has. */
  public Set<Tower> towers() {
    return loader.extension().towers(path);
  }

  /** Returns the text encoders of the checkpoint that are not read and stay as they are. */
  public List<String> leavesOut() {
    return loader.extension().leavesOut(path, options);
  }

  /** Reads the checkpoint; the caller closes the model. */
  public VisionLanguageModel load(NDManager manager) {
    return loader.extension().load(manager, path, options);
  }

  /**
   * Reads a defended form of the checkpoint, which may have another format and says everything
   * itself; the caller closes the model.
   */
  public VisionLanguageModel load(NDManager manager, Path defended) {
    return loaders.stream()
        .map(Planned::extension)
        .filter(candidate -> candidate.recognises(defended))
        .findFirst()
        .orElse(loader.extension())
        .load(manager, defended, LoadOptions.none());
  }
}

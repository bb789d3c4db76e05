package dev.lethe.engine.model;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.engine.extension.Planned;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A checkpoint that a run reads.
 *
 * @param format what it is
 * @param fingerprint a hash of all its files
 * @param bytes the size of all its files
 */
public record PlannedModel(ModelFormat format, String fingerprint, long bytes) {

  /** Returns where it is. */
  public Path path() {
    return format.path();
  }

  /** Returns what reads it. */
  public Planned<ModelLoader> loader() {
    return format.loader();
  }

  /** Returns the towers that the checkpoint has. */
  public Set<Component> towers() {
    return format.info().components();
  }

  /** Returns the text encoders of the checkpoint that are not read and stay as they are. */
  public List<String> leftOut() {
    return format.info().leftOut();
  }

  /** Reads the checkpoint; the caller closes the model. */
  public VisionLanguageModel load(NDManager manager) {
    return loader().extension().load(manager, path(), format.options());
  }

  /**
   * Reads a defended form of the checkpoint, which may have another format and says everything
   * itself; the caller closes the model.
   */
  public VisionLanguageModel load(NDManager manager, Path defended) {
    return format.loaders().stream()
        .map(Planned::extension)
        .filter(candidate -> candidate.inspect(defended, LoadOptions.none()).isPresent())
        .findFirst()
        .orElse(loader().extension())
        .load(manager, defended, LoadOptions.none());
  }
}

package dev.lethe.engine.model;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.ModelLoader;
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

  /** Reads the checkpoint, as a model of the kind that is needed; the caller closes it. */
  public <M extends Model> M load(Class<M> kind, NDManager manager, ComputeOptions compute) {
    return format.recognized().load(kind, manager, compute);
  }

  /**
   * Reads a defended form of the checkpoint, which may have another format and says everything
   * itself; the caller closes the model. One that nothing recognizes any more is read as the
   * original is, which says what it lacks.
   */
  public <M extends Model> M load(
      Class<M> kind, NDManager manager, Path defended, ComputeOptions compute) {
    return format
        .formats()
        .find(defended, LoadOptions.none())
        .orElseGet(() -> format.recognized().at(defended, LoadOptions.none()))
        .load(kind, manager, compute);
  }
}

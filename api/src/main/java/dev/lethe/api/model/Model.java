package dev.lethe.api.model;

import dev.lethe.api.LetheException;
import java.nio.file.Path;
import java.util.Set;

/**
 * A model of whatever kind: what can be measured, copied, changed and saved without knowing what it
 * computes. Owns native memory; not safe for use by several threads.
 */
public interface Model extends AutoCloseable {

  /** Returns where this model came from. */
  ModelProvenance provenance();

  /** Returns the parts that are there; each encodes or generates something. */
  Set<Component> components();

  /**
   * Returns all that this model computes with, component by component in the order of the
   * architecture, then what they share. Changing a value changes the model.
   */
  ParameterSet parameters();

  /**
   * Returns this model as one of a certain kind.
   *
   * @throws LetheException if it is of another kind
   */
  default <M extends Model> M as(Class<M> kind) {
    if (kind.isInstance(this)) {
      return kind.cast(this);
    }
    throw new LetheException(
        "expected a %s, found a model of another kind (%s): use a method that works on it"
            .formatted(kind.getSimpleName(), getClass().getSimpleName()));
  }

  /** Returns a model that computes the same in the same way, in new memory. */
  Model copy();

  /**
   * Writes this model as a folder that a {@link ModelLoader} reads back to the same model; one that
   * was read is written in the format it was read in. The folder appears whole or not at all.
   * Nothing in it tells how the model was made.
   *
   * @param folder does not exist yet, or is empty
   * @return the SHA-256 of the file that holds the weights, in hexadecimal
   * @throws LetheException if it cannot be written
   */
  String save(Path folder);

  @Override
  void close();
}

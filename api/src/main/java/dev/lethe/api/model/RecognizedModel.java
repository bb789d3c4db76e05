package dev.lethe.api.model;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A checkpoint whose format is known, and of which no weights were read yet.
 *
 * @param path where it is
 * @param format the name of its loader
 * @param loader what reads it
 * @param options what the user says against it
 * @param info what the look at it told
 */
public record RecognizedModel(
    Path path, String format, ModelLoader loader, LoadOptions options, ModelInfo info) {

  /**
   * Reads the model.
   *
   * @param kind what the caller can work with
   * @param manager the parent of the model's memory; its device is the model's
   * @throws LetheException if it is of another kind, or as {@link ModelLoader#load} says
   */
  public <M extends Model> M load(Class<M> kind, NDManager manager, ComputeOptions compute) {
    if (!kind.isAssignableFrom(info.kind())) {
      throw new LetheException(
          "%s holds a %s (%s), and a %s is needed"
              .formatted(path, info.kind().getSimpleName(), format, kind.getSimpleName()));
    }
    return kind.cast(loader.load(manager, path, options, compute));
  }

  /** Returns a path that ought to be of the same format and kind. */
  public RecognizedModel at(Path other, LoadOptions said) {
    return new RecognizedModel(other, format, loader, said, info);
  }

  /** Opens the tokenizer alone, as {@link ModelLoader#tokenizer} does. */
  public Optional<Tokenizer> tokenizer() {
    return loader.tokenizer(path, options);
  }
}

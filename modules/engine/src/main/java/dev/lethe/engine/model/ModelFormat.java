package dev.lethe.engine.model;

import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelInfo;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.Tokenizer;
import dev.lethe.engine.extension.Planned;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A checkpoint whose format is known, and of which nothing was read yet.
 *
 * @param path where it is
 * @param loader what reads it
 * @param loaders every installed one
 * @param options what the user says against it
 * @param info what the look at it told
 */
public record ModelFormat(
    Path path,
    Planned<ModelLoader> loader,
    List<Planned<ModelLoader>> loaders,
    LoadOptions options,
    ModelInfo info) {

  /** Returns the tokenizer of the checkpoint, if it has one; the caller closes it. */
  public Optional<Tokenizer> tokenizer() {
    return loader.extension().tokenizer(path, options);
  }
}

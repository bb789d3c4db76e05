package dev.lethe.engine.model;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelFormats;
import dev.lethe.api.model.ModelInfo;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.RecognizedModel;
import dev.lethe.api.model.Tokenizer;
import dev.lethe.engine.config.Block;
import dev.lethe.engine.config.ModelSettings;
import dev.lethe.engine.extension.ExtensionFactory;
import dev.lethe.engine.extension.Planned;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A checkpoint whose format is known, and of which nothing was read yet.
 *
 * @param recognized what the look at it told
 * @param loader what reads it
 * @param formats every installed one
 */
public record ModelFormat(
    RecognizedModel recognized, Planned<ModelLoader> loader, ModelFormats formats) {

  /**
   * Finds out what format a checkpoint has.
   *
   * @throws NotFoundException if there is none
   * @throws LetheException if no installed format is that of the checkpoint
   */
  public static ModelFormat of(ModelSettings model, ExtensionFactory extensions) {
    if (!Files.exists(model.path())) {
      throw new NotFoundException("model.path: there is no file or folder " + model.path());
    }
    ModelFormats formats = extensions.modelFormats();
    RecognizedModel recognized =
        formats
            .find(model.path(), model.options())
            .orElseThrow(
                () ->
                    new LetheException(
                        "model.path: %s is no checkpoint that can be read (%s)"
                            .formatted(model.path(), formats.expected())));
    Planned<ModelLoader> loader =
        new Planned<>(
            new Block(recognized.format(), Map.of(), "model"),
            recognized.loader(),
            extensions.info(ModelLoader.class, recognized.format()));
    return new ModelFormat(recognized, loader, formats);
  }

  /** Returns where it is. */
  public Path path() {
    return recognized.path();
  }

  /** Returns what the user says against it. */
  public LoadOptions options() {
    return recognized.options();
  }

  /** Returns what the look at it told. */
  public ModelInfo info() {
    return recognized.info();
  }

  /** Returns the tokenizer of the checkpoint, if it has one; the caller closes it. */
  public Optional<Tokenizer> tokenizer() {
    return recognized.tokenizer();
  }
}

package dev.lethe.experiment.plan;

import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelInfo;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.experiment.people.NameReader;
import java.nio.file.Path;
import java.util.List;

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

  /** Returns what reads names as the model will; the caller closes it. */
  NameReader names() {
    return NameReader.of(loader.extension().tokenizer(path, options));
  }
}

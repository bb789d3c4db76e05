package dev.lethe.experiment.plan;

import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.Tower;
import dev.lethe.experiment.people.NameReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A checkpoint whose format is known, and of which nothing was read yet.
 *
 * @param path where it is
 * @param loader what reads it
 * @param loaders every installed one
 */
record ModelFormat(Path path, Planned<ModelLoader> loader, List<Planned<ModelLoader>> loaders) {

  /** Returns what reads names as the model will; the caller closes it. */
  NameReader names(LoadOptions options) {
    return NameReader.of(loader.extension().tokenizer(path, options));
  }

  /** Returns the towers that the checkpoint has. */
  Set<Tower> towers() {
    return loader.extension().towers(path);
  }
}

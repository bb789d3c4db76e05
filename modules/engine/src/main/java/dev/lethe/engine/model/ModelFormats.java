package dev.lethe.engine.model;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.engine.config.Block;
import dev.lethe.engine.config.ModelSettings;
import dev.lethe.engine.extension.ExtensionFactory;
import dev.lethe.engine.extension.Planned;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds out what format a checkpoint has. */
public final class ModelFormats {
  private final List<Planned<ModelLoader>> loaders;

  /** Creates one. */
  public ModelFormats(ExtensionFactory workbench, List<ExtensionInfo> installed) {
    loaders =
        installed.stream()
            .filter(info -> info.key().contract() == ModelLoader.class)
            .map(info -> new Block(info.key().name(), Map.of(), "model"))
            .map(block -> workbench.create(ModelLoader.class, block))
            .toList();
  }

  /**
   * Returns the format of a checkpoint.
   *
   * @throws LetheException if no loader reads it
   */
  public ModelFormat of(ModelSettings model) {
    Path path = model.path();
    if (!Files.exists(path)) {
      throw new NotFoundException("model.path: there is no file or folder " + path);
    }
    return loaders.stream()
        .flatMap(loader -> of(model, loader).stream())
        .findFirst()
        .orElseThrow(() -> unknown(path));
  }

  private Optional<ModelFormat> of(ModelSettings model, Planned<ModelLoader> loader) {
    return loader
        .extension()
        .inspect(model.path(), model.options())
        .map(info -> new ModelFormat(model.path(), loader, loaders, model.options(), info));
  }

  private LetheException unknown(Path path) {
    return new LetheException(
        "model.path: %s is no checkpoint that can be read (%s)"
            .formatted(
                path,
                loaders.stream()
                    .map(loader -> loader.name() + ": " + loader.extension().expects())
                    .collect(Collectors.joining("; "))));
  }
}

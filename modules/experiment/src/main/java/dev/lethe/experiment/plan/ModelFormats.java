package dev.lethe.experiment.plan;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.experiment.config.Block;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds out what format a checkpoint has. */
final class ModelFormats {
  private final List<Planned<ModelLoader>> loaders;

  ModelFormats(Workbench workbench, List<ExtensionInfo> installed) {
    loaders =
        installed.stream()
            .filter(info -> info.key().contract() == ModelLoader.class)
            .map(info -> new Block(info.key().name(), Map.of(), "model"))
            .map(block -> workbench.create(ModelLoader.class, block))
            .toList();
  }

  ModelFormat of(Path path) {
    if (!Files.exists(path)) {
      throw new NotFoundException("model.path: there is no file or folder " + path);
    }
    return loaders.stream()
        .filter(loader -> loader.extension().recognises(path))
        .findFirst()
        .map(loader -> new ModelFormat(path, loader, loaders))
        .orElseThrow(() -> unknown(path));
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

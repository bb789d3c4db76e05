package dev.lethe.experiment.plan;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.Progress;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.experiment.config.Block;
import dev.lethe.experiment.config.ModelSettings;
import dev.lethe.experiment.store.DiskFailure;
import dev.lethe.experiment.store.FileHashes;
import dev.lethe.experiment.store.Fingerprint;
import dev.lethe.experiment.store.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds out what format a checkpoint has. */
final class ModelFinder {
  private final Workbench workbench;
  private final List<ExtensionInfo> installed;
  private final FileHashes hashes;

  ModelFinder(Workbench workbench, List<ExtensionInfo> installed, FileHashes hashes) {
    this.workbench = workbench;
    this.installed = installed;
    this.hashes = hashes;
  }

  PlannedModel find(ModelSettings settings, Progress progress) {
    Path path = settings.path();
    if (!Files.exists(path)) {
      throw new NotFoundException("model.path: there is no file or folder " + path);
    }
    List<Planned<ModelLoader>> loaders = loaders();
    Planned<ModelLoader> loader = recognising(path, loaders);
    Fingerprint fingerprint = new Fingerprint().add(settings.options().toString());
    long bytes = 0;
    for (Path part : loader.extension().reads(path, settings.options())) {
      for (Path file : Folders.files(part)) {
        fingerprint.add(part.relativize(file).toString()).add(hashes.of(file, progress));
        bytes += size(file);
      }
    }
    return new PlannedModel(path, loader, loaders, settings.options(), fingerprint.hex(), bytes);
  }

  private List<Planned<ModelLoader>> loaders() {
    return installed.stream()
        .filter(info -> info.key().contract() == ModelLoader.class)
        .map(info -> new Block(info.key().name(), Map.of(), "model"))
        .map(block -> workbench.create(ModelLoader.class, block))
        .toList();
  }

  private static Planned<ModelLoader> recognising(Path path, List<Planned<ModelLoader>> loaders) {
    return loaders.stream()
        .filter(loader -> loader.extension().recognises(path))
        .findFirst()
        .orElseThrow(
            () ->
                new LetheException(
                    "model.path: %s is no checkpoint that can be read (%s)"
                        .formatted(
                            path,
                            loaders.stream()
                                .map(loader -> loader.name() + ": " + loader.extension().expects())
                                .collect(Collectors.joining("; ")))));
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw DiskFailure.of("read", file, e);
    }
  }
}

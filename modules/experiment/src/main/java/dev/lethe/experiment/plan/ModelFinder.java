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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    Planned<ModelLoader> loader = loader(path);
    Fingerprint fingerprint = new Fingerprint().add(settings.options().toString());
    long bytes = 0;
    for (Path file : Folders.files(path)) {
      fingerprint.add(path.relativize(file).toString()).add(hashes.of(file, progress));
      bytes += size(file);
    }
    return new PlannedModel(path, loader, settings.options(), fingerprint.hex(), bytes);
  }

  private Planned<ModelLoader> loader(Path path) {
    List<String> expected = new ArrayList<>();
    for (ExtensionInfo info : installed) {
      if (info.key().contract() == ModelLoader.class) {
        Planned<ModelLoader> loader =
            workbench.create(ModelLoader.class, new Block(info.key().name(), Map.of(), "model"));
        if (loader.extension().recognises(path)) {
          return loader;
        }
        expected.add(loader.name() + ": " + loader.extension().expects());
      }
    }
    throw new LetheException(
        "model.path: %s is no checkpoint that can be read (%s)"
            .formatted(path, String.join("; ", expected)));
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw DiskFailure.of("read", file, e);
    }
  }
}

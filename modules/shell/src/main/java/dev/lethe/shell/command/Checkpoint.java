package dev.lethe.shell.command;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelInfo;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.api.plugin.RunExtensions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A checkpoint of a format that is recognized.
 *
 * @param path where it is
 * @param loader what reads it
 * @param options what the user says against it
 * @param info what the look at it told
 */
record Checkpoint(Path path, ModelLoader loader, LoadOptions options, ModelInfo info) {

  /**
   * Recognizes a checkpoint.
   *
   * @throws NotFoundException if there is nothing at the path
   * @throws LetheException if no installed format is that of the checkpoint
   */
  static Checkpoint find(
      Path path, LoadOptions options, ExtensionRegistry installed, RunExtensions extensions) {
    if (!Files.exists(path)) {
      throw new NotFoundException("there is no file or folder " + path);
    }
    List<String> expected = new ArrayList<>();
    for (ExtensionInfo info : installed.list()) {
      if (info.key().contract() == ModelLoader.class) {
        String name = info.key().name();
        ModelLoader loader = extensions.create(ModelLoader.class, name, Map.of(), "model");
        Optional<ModelInfo> found = loader.inspect(path, options);
        if (found.isPresent()) {
          return new Checkpoint(path, loader, options, found.get());
        }
        expected.add(name + ": " + loader.expects());
      }
    }
    throw new LetheException(
        "%s is no checkpoint that can be read (%s)".formatted(path, String.join("; ", expected)));
  }

  VisionLanguageModel load(NDManager manager) {
    return loader.load(manager, path, options);
  }
}

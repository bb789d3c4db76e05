package dev.lethe.clip.formats;

import ai.djl.ndarray.NDManager;
import dev.lethe.tensor.checkpoint.TensorFiles;
import dev.lethe.tensor.safetensors.SafetensorsWriter;
import dev.lethe.tensor.stored.StoredTensor;
import dev.lethe.tensor.stored.StoredType;
import dev.lethe.tensor.stored.TensorContent;
import dev.lethe.tensor.stored.TensorFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A copy of a model's folder, of which the weights are written anew.
 *
 * @param folder the copy
 * @param weights its file of weights
 * @param manager owns what is read
 */
record Rewritten(Path folder, Path weights, NDManager manager) {

  static Rewritten copy(Path original, String weights, Path folder, NDManager manager)
      throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(original)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    return new Rewritten(folder, folder.resolve(weights), manager);
  }

  /** Stores some tensors otherwise, with the values that they have or round to. */
  Rewritten typed(Map<String, StoredType> types) {
    Map<String, TensorContent> tensors = tensors();
    types.forEach(
        (name, type) -> {
          try (TensorFile file = TensorFiles.open(weights)) {
            tensors.put(name, TensorContent.of(file.read(manager, name), type));
          }
        });
    return written(tensors);
  }

  Rewritten with(String name, TensorContent content) {
    Map<String, TensorContent> tensors = tensors();
    tensors.put(name, content);
    return written(tensors);
  }

  Rewritten renamed(UnaryOperator<String> name) {
    Map<String, TensorContent> tensors = new TreeMap<>();
    tensors().forEach((old, content) -> tensors.put(name.apply(old), content));
    return written(tensors);
  }

  private Map<String, TensorContent> tensors() {
    Map<String, TensorContent> tensors = new TreeMap<>();
    try (TensorFile file = TensorFiles.open(weights)) {
      for (StoredTensor tensor : file.entries()) {
        tensors.put(
            tensor.name(),
            TensorContent.of(tensor.type(), tensor.shape(), file.bytes(tensor.name())));
      }
    }
    return tensors;
  }

  private Rewritten written(Map<String, TensorContent> tensors) {
    SafetensorsWriter.writeTyped(weights, tensors);
    return this;
  }
}

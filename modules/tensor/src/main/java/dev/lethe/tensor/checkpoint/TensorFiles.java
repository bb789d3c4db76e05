package dev.lethe.tensor.checkpoint;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.tensor.pickle.StateDictFile;
import dev.lethe.tensor.safetensors.SafetensorsFile;
import dev.lethe.tensor.stored.TensorFile;
import java.nio.file.Path;

/** Opens files of tensors in every format that is known; the content tells it, not the name. */
public final class TensorFiles {
  private TensorFiles() {}

  /**
   * Opens a safetensors file, a file of {@code torch.save} or {@code torch.jit.save}, or the index
   * of a model that was split into shards ({@code model.safetensors.index.json}), which is then
   * presented as one file.
   *
   * @throws NotFoundException if the file, or a shard that it names, is not there
   * @throws LetheException if it has no such format, cannot be read, is damaged, or names anything
   *     that weights do not need
   */
  public static TensorFile open(Path path) {
    return switch (FileFormat.of(path)) {
      case SAFETENSORS -> SafetensorsFile.open(path);
      case PICKLE -> StateDictFile.open(path);
      case INDEX -> ShardedFile.open(path);
    };
  }
}

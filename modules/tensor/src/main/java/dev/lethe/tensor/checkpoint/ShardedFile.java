package dev.lethe.tensor.checkpoint;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.io.Visible;
import dev.lethe.tensor.pickle.StateDictFile;
import dev.lethe.tensor.safetensors.SafetensorsFile;
import dev.lethe.tensor.stored.StoredTensor;
import dev.lethe.tensor.stored.TensorFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model that was split into several files. Tensors that the index does not mention are there all
 * the same, as they are in the transformers library.
 */
final class ShardedFile implements TensorFile {
  private final Path path;
  private final List<TensorFile> shards = new ArrayList<>();
  private final Map<String, TensorFile> holders = new LinkedHashMap<>();

  private ShardedFile(Path path) {
    this.path = path;
  }

  static ShardedFile open(Path path) {
    ShardedFile file = new ShardedFile(path);
    try {
      file.open(ShardIndex.read(path));
      return file;
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private void open(ShardIndex index) {
    for (String name : index.files()) {
      add(openShard(path.resolveSibling(name)));
    }
    index
        .shards()
        .forEach(
            (tensor, file) -> {
              TensorFile holder = holders.get(tensor);
              if (holder == null || !holder.path().endsWith(file)) {
                throw new LetheException(
                    "%s says that tensor '%s' is in %s, which lacks it"
                        .formatted(path, Visible.of(tensor), file));
              }
            });
  }

  private void add(TensorFile shard) {
    shards.add(shard);
    for (StoredTensor tensor : shard.entries()) {
      TensorFile other = holders.put(tensor.name(), shard);
      if (other != null) {
        throw new LetheException(
            "%s: %s and %s both hold the tensor '%s'"
                .formatted(
                    path,
                    other.path().getFileName(),
                    shard.path().getFileName(),
                    Visible.of(tensor.name())));
      }
    }
  }

  private TensorFile openShard(Path shard) {
    try {
      return switch (FileFormat.of(shard)) {
        case SAFETENSORS -> SafetensorsFile.open(shard);
        case PICKLE -> StateDictFile.open(shard);
        case INDEX -> throw new LetheException("%s is an index, not a shard".formatted(shard));
      };
    } catch (NotFoundException e) {
      throw new NotFoundException("there is no %s, which %s names".formatted(shard, path));
    }
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public List<Path> files() {
    return shards.stream().map(TensorFile::path).toList();
  }

  @Override
  public List<String> notes() {
    return shards.stream().flatMap(shard -> shard.notes().stream()).toList();
  }

  @Override
  public List<StoredTensor> entries() {
    return shards.stream().flatMap(shard -> shard.entries().stream()).toList();
  }

  @Override
  public StoredTensor entry(String name) {
    return holder(name).entry(name);
  }

  @Override
  public ByteBuffer bytes(String name, long begin, int length) {
    return holder(name).bytes(name, begin, length);
  }

  private TensorFile holder(String name) {
    TensorFile holder = holders.get(name);
    if (holder == null) {
      throw new LetheException("%s has no tensor '%s'".formatted(path, name));
    }
    return holder;
  }

  @Override
  public void close() {
    shards.forEach(TensorFile::close);
  }
}

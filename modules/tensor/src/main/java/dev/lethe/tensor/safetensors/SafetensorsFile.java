package dev.lethe.tensor.safetensors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An open safetensors file. Its header has been checked; its tensors are mapped into memory and
 * read one by one.
 */
public final class SafetensorsFile implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;
  private final Map<String, TensorEntry> entries = new LinkedHashMap<>();

  private SafetensorsFile(Path path, FileChannel channel) throws IOException {
    this.path = path;
    this.channel = channel;
    new HeaderReader(path, channel).read().forEach(entry -> entries.put(entry.name(), entry));
  }

  /**
   * Opens a file and checks its header.
   *
   * @throws NotFoundException if there is no such file
   * @throws LetheException if it cannot be read or its header is damaged
   */
  public static SafetensorsFile open(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new NotFoundException("there is no file " + path);
    }
    try {
      FileChannel channel = FileChannel.open(path);
      try {
        return new SafetensorsFile(path, channel);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw LetheException.cannotRead(path, e);
    }
  }

  /** Returns the tensors in the order of their bytes. */
  public List<TensorEntry> entries() {
    return List.copyOf(entries.values());
  }

  /**
   * Reads a tensor of floats as single precision, which holds halves and bfloat16 exactly.
   *
   * @param manager owns the result
   * @throws LetheException if there is no tensor of this name, it does not hold such floats, or it
   *     cannot be read
   */
  public NDArray read(NDManager manager, String name) {
    TensorEntry entry = entries.get(name);
    if (entry == null) {
      throw new LetheException("%s has no tensor '%s'".formatted(path, name));
    }
    if (entry.shape().size() > Integer.MAX_VALUE / Float.BYTES) {
      throw new LetheException(
          "%s: tensor '%s' is larger than 2 GiB, more than can be read".formatted(path, name));
    }
    try {
      ByteBuffer floats = floats(entry);
      try (NDArray view = manager.create(floats, entry.shape(), DataType.FLOAT32)) {
        return view.duplicate(); // the view shares the buffer's memory
      }
    } catch (IOException e) {
      throw LetheException.cannotRead(path, e);
    }
  }

  private ByteBuffer floats(TensorEntry entry) throws IOException {
    ByteBuffer stored =
        channel
            .map(FileChannel.MapMode.READ_ONLY, entry.begin(), entry.length())
            .order(ByteOrder.LITTLE_ENDIAN);
    try {
      return entry.type().singles(stored);
    } catch (IllegalArgumentException e) {
      throw new LetheException(
          "%s: tensor '%s' is %s".formatted(path, entry.name(), e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new LetheException("cannot close %s: %s".formatted(path, e), e);
    }
  }
}

package dev.lethe.tensor.safetensors;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.tensor.stored.MappedParts;
import dev.lethe.tensor.stored.StoredTensor;
import dev.lethe.tensor.stored.TensorFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An open safetensors file; its tensors are in the order of their bytes. */
public final class SafetensorsFile implements TensorFile {
  private final Path path;
  private final MappedParts parts;
  private final Map<String, HeaderEntry> entries = new LinkedHashMap<>();

  private SafetensorsFile(Path path, FileChannel channel, MappedParts parts) throws IOException {
    this.path = path;
    this.parts = parts;
    new HeaderReader(path, channel)
        .read()
        .forEach(entry -> entries.put(entry.tensor().name(), entry));
  }

  /**
   * Opens a file and checks its header.
   *
   * @throws NotFoundException if there is no such file
   * @throws LetheException if it cannot be read or its header is damaged
   */
  public static SafetensorsFile open(Path path) {
    return MappedParts.open(path, (channel, parts) -> new SafetensorsFile(path, channel, parts));
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public List<StoredTensor> entries() {
    return entries.values().stream().map(HeaderEntry::tensor).toList();
  }

  @Override
  public StoredTensor entry(String name) {
    return find(name).tensor();
  }

  @Override
  public ByteBuffer bytes(String name, long begin, int length) {
    HeaderEntry entry = find(name);
    Objects.checkFromIndexSize(begin, length, entry.tensor().length());
    return parts.map(entry.begin() + begin, length);
  }

  private HeaderEntry find(String name) {
    HeaderEntry entry = entries.get(name);
    if (entry == null) {
      throw new LetheException("%s has no tensor '%s'".formatted(path, name));
    }
    return entry;
  }

  @Override
  public void close() {
    parts.close();
  }
}

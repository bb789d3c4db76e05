package dev.lethe.experiment.embedding;

import dev.lethe.experiment.store.AtomicFile;
import dev.lethe.experiment.store.DiskFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Numbers in files that are named by what they depend on. The files appear whole or not at all and
 * never change, so several processes can share a store. When it outgrows its bound, what was not
 * read longest is deleted; a person may delete anything at any time.
 */
public final class EmbeddingStore {
  private static final String SUFFIX = ".f32";

  private final Path folder;
  private final long mostBytes;

  /**
   * Opens a store.
   *
   * @param folder of the files; created when the first is written
   * @param mostBytes the bound of all files together
   */
  public EmbeddingStore(Path folder, long mostBytes) {
    this.folder = folder;
    this.mostBytes = mostBytes;
  }

  /** Returns the numbers of a key; empty where they are not there, or not as many. */
  Optional<float[]> read(String key, int count) {
    Path file = file(key);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) != (long) count * Float.BYTES) {
        return Optional.empty();
      }
      float[] values = new float[count];
      ByteBuffer.wrap(Files.readAllBytes(file))
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(values);
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return Optional.of(values);
    } catch (IOException e) {
      return Optional.empty(); // another process may have deleted it; it can be computed again
    }
  }

  /** Keeps numbers. */
  void write(String key, float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    if (bytes.capacity() > mostBytes) {
      return;
    }
    AtomicFile.write(file(key), bytes.array());
    try {
      makeRoom();
    } catch (IOException e) {
      throw DiskFailure.of("clean", folder, e);
    }
  }

  private void makeRoom() throws IOException {
    Map<Path, Long> sizes = new TreeMap<>();
    Map<Path, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
        sizes.put(file, Files.size(file));
        times.put(file, Files.getLastModifiedTime(file));
      }
    }
    long bytes = sizes.values().stream().mapToLong(Long::longValue).sum();
    List<Path> oldestFirst =
        sizes.keySet().stream().sorted(Comparator.comparing(times::get)).toList();
    for (Path file : oldestFirst) {
      if (bytes <= mostBytes) {
        return;
      }
      Files.deleteIfExists(file);
      bytes -= sizes.get(file);
    }
  }

  private Path file(String key) {
    return folder.resolve(key + SUFFIX);
  }
}

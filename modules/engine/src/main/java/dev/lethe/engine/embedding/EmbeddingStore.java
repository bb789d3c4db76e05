package dev.lethe.engine.embedding;

import dev.lethe.api.Progress;
import dev.lethe.io.Folders;
import dev.lethe.io.IoFailure;
import dev.lethe.io.WholeFile;
import dev.lethe.io.hash.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Numbers in files that are named by what they depend on. The files appear whole or not at all and
 * never change, so several processes can share a store; each begins with the SHA-256 of its key and
 * its numbers, and one that does not fit is as if it were not there. When the store outgrows its
 * bound, what was not read longest is deleted; a person may delete anything at any time.
 */
public final class EmbeddingStore {
  private static final String SUFFIX = ".f32";
  private static final int HASH_BYTES = 32;
  private static final long MOST_OF_AN_ARRAY = Integer.MAX_VALUE - 8L;

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

  /** Returns the numbers of a key; empty, with a word where they are damaged or not as many. */
  Optional<float[]> read(String key, int count, Progress progress) {
    Path file = file(key);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      if (Files.isRegularFile(file)
          && Files.size(file) == HASH_BYTES + (long) count * Float.BYTES) {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        byte[] hash = new byte[HASH_BYTES];
        bytes.get(hash);
        if (Arrays.equals(hash, hash(key, bytes.slice()))) {
          float[] values = new float[count];
          bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
          markRead(file);
          return Optional.of(values);
        }
      }
    } catch (IOException e) {
      return Optional.empty(); // another process may have deleted it; it can be computed again
    }
    progress.message(file + " is not as it was written; its pictures are embedded again");
    return Optional.empty();
  }

  /** Tells what was read last; where that cannot be, it is deleted sooner. */
  private static void markRead(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException e) {
      return;
    }
  }

  /** Keeps numbers. */
  void write(String key, float[] values) {
    long size = HASH_BYTES + (long) values.length * Float.BYTES;
    if (size > Math.min(mostBytes, MOST_OF_AN_ARRAY)) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) size);
    ByteBuffer numbers = bytes.position(HASH_BYTES).slice().order(ByteOrder.LITTLE_ENDIAN);
    numbers.asFloatBuffer().put(values);
    bytes.position(0).put(hash(key, numbers));
    if (Files.isDirectory(file(key), LinkOption.NOFOLLOW_LINKS)) {
      Folders.remove(file(key));
    }
    WholeFile.write(file(key), bytes.array());
    try {
      makeRoom();
    } catch (NoSuchFileException e) {
      return; // somebody removed the whole store
    } catch (IOException e) {
      throw IoFailure.cannot("clean", folder, e);
    }
  }

  private void makeRoom() throws IOException {
    Map<Path, Long> sizes = new TreeMap<>();
    Map<Path, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
        try {
          times.put(file, Files.getLastModifiedTime(file));
          sizes.put(file, Files.size(file));
        } catch (NoSuchFileException e) {
          continue; // another process made room as well
        }
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

  private static byte[] hash(String key, ByteBuffer numbers) {
    MessageDigest digest = Sha256.start();
    digest.update(key.getBytes(StandardCharsets.UTF_8));
    digest.update(numbers.duplicate());
    return digest.digest();
  }

  private Path file(String key) {
    return folder.resolve(key + SUFFIX);
  }
}

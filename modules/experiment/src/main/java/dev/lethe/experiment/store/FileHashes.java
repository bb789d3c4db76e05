package dev.lethe.experiment.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.Sha256;
import dev.lethe.api.data.FileStamp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;

/**
 * SHA-256 of files. Remembers them, so that a large checkpoint is read again only when the file
 * system says that it may have changed.
 */
public final class FileHashes {
  private static final int BUFFER = 1 << 20;

  private final Path memory;
  private final Map<String, String> known = new TreeMap<>();

  /**
   * Creates hashes.
   *
   * @param cache the folder where they are remembered
   */
  public FileHashes(Path cache) {
    memory = cache.resolve("file-hashes.json");
  }

  /**
   * Returns the hash of a file.
   *
   * @throws LetheException if it cannot be read
   */
  public synchronized String of(Path file, Progress progress) {
    try {
      FileStamp stamp = FileStamp.of(file);
      String state = file.toRealPath() + "|" + stamp.text();
      load();
      String remembered = known.get(state);
      if (remembered != null) {
        return remembered;
      }
      String hash = compute(file, progress);
      if (stamp.isSettled() && stamp.equals(FileStamp.of(file))) {
        known.put(state, hash);
        AtomicFile.write(memory, Json.pretty(known));
      }
      return hash;
    } catch (IOException e) {
      throw DiskFailure.of("read", file, e);
    }
  }

  /**
   * Returns the hash of a file without remembering it.
   *
   * @throws LetheException if it cannot be read
   */
  public static String compute(Path file, Progress progress) {
    try (InputStream in = Files.newInputStream(file);
        Progress.Task task = progress.begin("hashing " + file.getFileName(), Files.size(file))) {
      MessageDigest digest = Sha256.start();
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        task.advance(n);
      }
      return Sha256.end(digest);
    } catch (IOException e) {
      throw DiskFailure.of("read", file, e);
    }
  }

  private void load() {
    if (known.isEmpty() && Files.isRegularFile(memory)) {
      JsonNode tree = Json.read(memory);
      tree.properties().forEach(each -> known.put(each.getKey(), each.getValue().asText()));
    }
  }
}

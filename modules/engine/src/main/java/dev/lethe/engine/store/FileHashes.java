package dev.lethe.engine.store;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.io.FileStamp;
import dev.lethe.io.IoFailure;
import dev.lethe.io.hash.Fingerprint;
import dev.lethe.io.hash.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 of files. Remembers them, so that a large checkpoint is read again only when the file
 * system says that it may have changed.
 */
public final class FileHashes {
  private final ChecksummedJson memory;
  private @Nullable Known known;

  /**
   * Creates hashes.
   *
   * @param cache the folder where they are remembered
   */
  public FileHashes(Path cache) {
    memory = new ChecksummedJson(cache.resolve("file-hashes.json"));
  }

  /**
   * Returns the hash of a file.
   *
   * @throws LetheException if it cannot be read
   */
  public synchronized String of(Path file, Progress progress) {
    try {
      FileStamp stamp = FileStamp.of(file);
      String state = new Fingerprint().add(file.toRealPath().toString()).add(stamp.text()).hex();
      if (known == null) {
        known = memory.read(Known.class, progress).orElseGet(() -> new Known(Map.of()));
      }
      String remembered = known.hashes().get(state);
      if (remembered != null) {
        return remembered;
      }
      String hash = Sha256.of(file, "hashing " + file.getFileName(), progress);
      if (stamp.isSettled() && stamp.equals(FileStamp.of(file))) {
        // other processes remember theirs in the same file
        known = memory.read(Known.class, Progress.silent()).orElse(known).with(state, hash);
        memory.write(known);
      }
      return hash;
    } catch (IOException e) {
      throw IoFailure.cannot("read", file, e);
    }
  }

  /**
   * What is remembered.
   *
   * @param hashes by a hash of the path and the stamp: a path may tell who somebody is
   */
  record Known(Map<String, String> hashes) {
    Known {
      hashes = Collections.unmodifiableMap(new TreeMap<>(hashes));
    }

    Known with(String state, String hash) {
      Map<String, String> more = new TreeMap<>(hashes);
      more.put(state, hash);
      return new Known(more);
    }
  }
}

package dev.lethe.clip.checkpoint;

import dev.lethe.api.Progress;
import dev.lethe.io.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;

/** The hash of what holds a model. */
public final class WeightsHash {
  private WeightsHash() {}

  /**
   * Returns the hash of a file in hexadecimal; of several files, that of all their hashes, each in
   * hexadecimal.
   */
  public static String of(List<Path> files) {
    if (files.size() == 1) {
      return of(files.get(0));
    }
    MessageDigest digest = Sha256.start();
    files.forEach(file -> digest.update(of(file).getBytes(StandardCharsets.US_ASCII)));
    return Sha256.end(digest);
  }

  /** Returns the hash of a file in hexadecimal. */
  public static String of(Path file) {
    return Sha256.of(file, "hashing " + file.getFileName(), Progress.silent());
  }
}

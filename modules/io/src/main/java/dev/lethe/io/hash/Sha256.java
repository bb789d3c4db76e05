package dev.lethe.io.hash;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.io.IoFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash (FIPS 180-4) by which provenance, caches and catalogues tell contents apart. It is
 * written as 64 lower-case hexadecimal digits.
 */
public final class Sha256 {
  private static final int CHUNK = 1 << 20;

  private Sha256() {}

  /** Returns the hash of the content. */
  public static String of(byte[] content) {
    return hex(start().digest(content));
  }

  /**
   * Returns the hash of a file.
   *
   * @param work what the progress calls it: {@code checking model.safetensors}
   * @throws LetheException if it cannot be read
   */
  public static String of(Path file, String work, Progress progress) {
    try (InputStream in = Files.newInputStream(file);
        Progress.Task task = progress.begin(work, Files.size(file))) {
      MessageDigest digest = start();
      byte[] chunk = new byte[CHUNK];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        digest.update(chunk, 0, n);
        task.advance(n);
      }
      return end(digest);
    } catch (IOException e) {
      throw IoFailure.cannotRead(file, e);
    }
  }

  /** Returns a digest that nothing has been added to, for content that comes in parts. */
  public static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Ends a digest and returns the hash of all that was added to it. */
  public static String end(MessageDigest digest) {
    return hex(digest.digest());
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}

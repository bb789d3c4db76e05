package dev.lethe.data.hash;

import dev.lethe.io.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * SHA-256 over labels and files, in order: of each label in UTF-8, a zero byte, and the SHA-256 of
 * the file. Says whether two data sets are the same, wherever they lie.
 */
public final class ContentHash {
  private final MessageDigest digest = Sha256.start();

  /**
   * Adds a file.
   *
   * @param label what the file is, independent of where it lies: a name relative to its root
   * @param sha256 of its content, in hexadecimal
   */
  public void add(String label, String sha256) {
    digest.update(label.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(HexFormat.of().parseHex(sha256));
  }

  /** Returns 64 hexadecimal digits; nothing can be added afterwards. */
  public String hex() {
    return Sha256.end(digest);
  }
}

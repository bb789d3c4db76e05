package dev.lethe.data.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over labels and files, in order: of each label in UTF-8, a zero byte, and the SHA-256 of
 * the file. Says whether two data sets are the same, wherever they lie.
 */
public final class ContentHash {
  private final MessageDigest digest = sha256();

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
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Returns a new digest. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

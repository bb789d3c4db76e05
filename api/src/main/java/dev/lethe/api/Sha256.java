package dev.lethe.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash (FIPS 180-4) by which provenance, caches and catalogues tell contents apart. It is
 * written as 64 lower-case hexadecimal digits.
 */
public final class Sha256 {
  private Sha256() {}

  /** Returns the hash of the content. */
  public static String of(byte[] content) {
    return hex(start().digest(content));
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

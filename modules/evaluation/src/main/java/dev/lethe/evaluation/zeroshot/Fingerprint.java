package dev.lethe.evaluation.zeroshot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 that things are added to. */
final class Fingerprint {
  private final MessageDigest digest;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  Fingerprint add(String text) {
    digest.update((text + "\0").getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Returns the hash in hexadecimal; nothing can be added after that. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}

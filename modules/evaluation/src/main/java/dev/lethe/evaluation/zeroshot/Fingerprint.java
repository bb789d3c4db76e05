package dev.lethe.evaluation.zeroshot;

import dev.lethe.io.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A SHA-256 that things are added to. */
final class Fingerprint {
  private final MessageDigest digest = Sha256.start();

  Fingerprint add(String text) {
    digest.update((text + "\0").getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Returns the hash in hexadecimal; nothing can be added after that. */
  String hex() {
    return Sha256.end(digest);
  }
}

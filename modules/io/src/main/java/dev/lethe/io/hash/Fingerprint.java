package dev.lethe.io.hash;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;

/** A SHA-256 over texts and bytes, each with its length, so that no two sequences look the same. */
public final class Fingerprint {
  private final MessageDigest digest = Sha256.start();

  /** Begins with nothing. */
  public Fingerprint() {}

  /** Adds a text. */
  public Fingerprint add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
    return this;
  }

  /** Adds texts and their number. */
  public Fingerprint add(Collection<String> texts) {
    add(Integer.toString(texts.size()));
    texts.forEach(this::add);
    return this;
  }

  /** Adds bytes and their number. */
  public Fingerprint add(ByteBuffer bytes) {
    add(Integer.toString(bytes.remaining()));
    digest.update(bytes);
    return this;
  }

  /** Returns the hash in hexadecimal; nothing can be added afterwards. */
  public String hex() {
    return Sha256.end(digest);
  }
}

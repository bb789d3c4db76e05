package dev.lethe.runtime;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.osgi.framework.Bundle;

/** Hashes of jars. */
final class Hashes {
  private static final String REFERENCE = "reference:";

  private Hashes() {}

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the hash of the jar that a bundle was installed from. */
  static String sha256(Bundle bundle) throws IOException {
    String location = bundle.getLocation();
    if (location.startsWith(PluginJar.LOCATION)) {
      return location.substring(location.lastIndexOf('#') + 1);
    }
    if (location.startsWith(REFERENCE)) {
      URI jar = URI.create(location.substring(REFERENCE.length()));
      return sha256(Files.readAllBytes(Path.of(jar)));
    }
    return "";
  }
}

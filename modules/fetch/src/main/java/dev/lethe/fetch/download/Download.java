package dev.lethe.fetch.download;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted.
 *
 * @param address where it is
 * @param target the file it becomes
 * @param sha256 its hash in hexadecimal digits, or the first of them; null if unknown
 * @param size its length in bytes; null if unknown
 */
public record Download(URI address, Path target, @Nullable String sha256, @Nullable Long size) {

  /** Returns the name of the file, for a person to read. */
  String name() {
    return String.valueOf(target.getFileName());
  }

  /** Returns whether a wrong byte anywhere would be noticed. */
  boolean isChecked() {
    return sha256 != null;
  }

  /** Returns whether a hash is the one that is wanted; without knowledge, any is. */
  boolean accepts(String found) {
    return sha256 == null || found.startsWith(sha256);
  }
}

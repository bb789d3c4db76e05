package dev.lethe.fetch;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file, or an unpacked archive, that is in place.
 *
 * @param path where it is
 * @param address where it is from
 * @param state what had to be done
 * @param bytes the length of what was downloaded; null if an archive was unpacked earlier
 * @param sha256 the hash of what was downloaded; null if an archive was unpacked earlier
 * @param isChecked whether the catalogue knows the hash, and it is this one
 */
public record FetchedFile(
    Path path,
    URI address,
    State state,
    @Nullable Long bytes,
    @Nullable String sha256,
    boolean isChecked) {

  /** What had to be done. */
  public enum State {
    /** It was downloaded. */
    FETCHED,
    /** Nothing: it was there. */
    PRESENT
  }
}

package dev.lethe.api.image;

import dev.lethe.api.LetheException;
import java.util.Optional;

/**
 * A picture that is read when it is needed. Implementations are safe for use by several threads.
 */
public interface ImageFile {

  /** Returns what an error message calls this picture: usually its path. */
  String name();

  /**
   * Returns a hash of everything the picture depends on, by which what was computed from it can be
   * found again; empty where there is none.
   *
   * @throws LetheException if it is missing or unreadable
   */
  default Optional<String> contentHash() {
    return Optional.empty();
  }

  /**
   * Returns the most bytes of memory that reading and resizing the picture take at once, as far as
   * that is known before it is decoded; 0 where nobody knows.
   */
  default long memory() {
    return 0;
  }

  /**
   * Decodes the picture.
   *
   * @throws LetheException if it is missing, unreadable or no picture; the message names the file
   */
  Picture read();
}

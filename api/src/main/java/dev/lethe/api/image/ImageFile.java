package dev.lethe.api.image;

import dev.lethe.api.LetheException;

/**
 * A picture that is read when it is needed. Implementations are safe for use by several threads.
 */
public interface ImageFile {

  /** Returns what an error message calls this picture: usually its path. */
  String name();

  /**
   * Decodes the picture.
   *
   * @throws LetheException if it is missing, unreadable or no picture; the message names the file
   */
  Picture read();
}

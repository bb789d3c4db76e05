package dev.lethe.api.data;

import dev.lethe.api.LetheException;
import org.osgi.annotation.versioning.ConsumerType;

/** Where captions come from. Its constructor checks that the place exists. */
@ConsumerType
public interface CaptionSource {

  /**
   * Reads all captions.
   *
   * @throws LetheException if there is none, or the text is not valid in its encoding
   */
  Captions read();
}

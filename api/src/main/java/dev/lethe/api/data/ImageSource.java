package dev.lethe.api.data;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import org.osgi.annotation.versioning.ConsumerType;

/** Where ordinary pictures come from. Its constructor checks that the place exists. */
@ConsumerType
public interface ImageSource {

  /**
   * Lists the pictures; they are decoded later.
   *
   * @throws LetheException if there is none
   */
  Images read(Progress progress);
}

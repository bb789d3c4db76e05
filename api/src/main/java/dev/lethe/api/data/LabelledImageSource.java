package dev.lethe.api.data;

import dev.lethe.api.LetheException;
import org.osgi.annotation.versioning.ConsumerType;

/** Where pictures with classes come from. Its constructor checks that the place exists. */
@ConsumerType
public interface LabelledImageSource {

  /**
   * Lists the pictures; they are decoded later.
   *
   * @throws LetheException if there are fewer than two classes, or a class without pictures
   */
  LabelledImages read();
}

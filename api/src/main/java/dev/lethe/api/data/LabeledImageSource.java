package dev.lethe.api.data;

import dev.lethe.api.LetheException;
import org.osgi.annotation.versioning.ConsumerType;

/** Where pictures with classes come from. Its constructor checks that the place exists. */
@ConsumerType
public interface LabeledImageSource {

  /**
   * Lists the pictures; they are decoded later.
   *
   * @throws LetheException if there are fewer than two classes, or a class without pictures
   */
  LabeledImages read();
}

package dev.lethe.api.attack;

import dev.lethe.api.image.ImageFile;
import java.util.List;

/**
 * Pictures of a person.
 *
 * @param images in a fixed order, at least one
 */
public record Pictures(List<ImageFile> images) implements Evidence {

  /** Copies the list. */
  public Pictures {
    images = List.copyOf(images);
    if (images.isEmpty()) {
      throw new IllegalArgumentException("there must be a picture at least");
    }
  }
}

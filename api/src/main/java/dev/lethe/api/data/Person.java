package dev.lethe.api.data;

import dev.lethe.api.image.ImageFile;
import java.util.List;

/**
 * A person and their pictures.
 *
 * @param name as a caption would write it, not blank
 * @param images in a fixed order, at least one
 */
public record Person(String name, List<ImageFile> images) {

  /** Checks the name and copies the list. */
  public Person {
    images = List.copyOf(images);
    if (name.isBlank() || images.isEmpty()) {
      throw new IllegalArgumentException(
          "expected a name and at least one picture: '" + name + "'");
    }
  }
}

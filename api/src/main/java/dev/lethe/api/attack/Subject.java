package dev.lethe.api.attack;

import dev.lethe.api.image.ImageFile;
import java.util.List;

/**
 * A person under attack.
 *
 * @param name as captions write it
 * @param member whether the model saw the person in training, as far as is known
 * @param images the attacker's pictures, at least one
 */
public record Subject(String name, boolean member, List<ImageFile> images) {

  /** Copies the list. */
  public Subject {
    images = List.copyOf(images);
  }
}

package dev.lethe.api.data;

import dev.lethe.api.image.ImageFile;
import java.util.List;

/**
 * Pictures with classes.
 *
 * @param classes the names of the classes as a caption would write them, at least two
 * @param images the pictures
 * @param contentHash SHA-256 over classes and bytes of all pictures, in hexadecimal
 */
public record LabelledImages(List<String> classes, List<Labelled> images, String contentHash) {

  /** Copies the lists. */
  public LabelledImages {
    classes = List.copyOf(classes);
    images = List.copyOf(images);
  }

  /**
   * A picture and its class.
   *
   * @param image the picture
   * @param label an index into the classes
   */
  public record Labelled(ImageFile image, int label) {}
}

package dev.lethe.api.data;

import dev.lethe.api.image.ImageFile;
import java.util.List;

/**
 * Pictures with classes.
 *
 * @param classes the names of the classes as a caption would write them, at least two
 * @param images the pictures
 * @param contentHash SHA-256 over classes and bytes of all pictures, in hexadecimal
 * @param notes what a reader must know about what was left out, a sentence each
 * @param skipped how many files should have been pictures, and were left out because nobody can
 *     read them
 */
public record LabeledImages(
    List<String> classes,
    List<Labeled> images,
    String contentHash,
    List<String> notes,
    int skipped) {

  /** Copies the lists. */
  public LabeledImages {
    classes = List.copyOf(classes);
    images = List.copyOf(images);
    notes = List.copyOf(notes);
  }

  /** For sources that leave out nothing. */
  public LabeledImages(List<String> classes, List<Labeled> images, String contentHash) {
    this(classes, images, contentHash, List.of(), 0);
  }

  /** For sources that skip no file. */
  public LabeledImages(
      List<String> classes, List<Labeled> images, String contentHash, List<String> notes) {
    this(classes, images, contentHash, notes, 0);
  }

  /**
   * A picture and its class.
   *
   * @param image the picture
   * @param label an index into the classes
   */
  public record Labeled(ImageFile image, int label) {}
}

package dev.lethe.api.data;

import dev.lethe.api.image.ImageFile;
import java.util.List;

/**
 * Ordinary pictures.
 *
 * @param images in the order of the source, at least one
 * @param contentHash SHA-256 over the bytes of all pictures and their captions, in hexadecimal
 * @param notes what a reader must know about what was left out, a sentence each
 * @param skipped how many files should have been pictures, and were left out because nobody can
 *     read them
 */
public record Images(List<Captioned> images, String contentHash, List<String> notes, int skipped) {

  /** Copies the lists. */
  public Images {
    images = List.copyOf(images);
    notes = List.copyOf(notes);
  }

  /** For sources that leave out nothing. */
  public Images(List<Captioned> images, String contentHash) {
    this(images, contentHash, List.of(), 0);
  }

  /** For sources that skip no file. */
  public Images(List<Captioned> images, String contentHash, List<String> notes) {
    this(images, contentHash, notes, 0);
  }

  /**
   * A picture with what people wrote about it.
   *
   * @param image the picture
   * @param captions not blank, stripped; empty where nobody wrote any
   */
  public record Captioned(ImageFile image, List<String> captions) {

    /** Copies the list. */
    public Captioned {
      captions = List.copyOf(captions);
    }
  }
}

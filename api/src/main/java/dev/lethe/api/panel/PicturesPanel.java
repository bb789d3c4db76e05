package dev.lethe.api.panel;

import dev.lethe.api.image.RgbImage;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A few pictures, such as those that a defense trains on. Whoever puts people into them shows them
 * only where a configuration asks for it.
 *
 * @param title its heading
 * @param explanation what the pictures are
 * @param pictures in the order in which they are shown
 */
public record PicturesPanel(String title, String explanation, List<Shown> pictures)
    implements Panel {

  /** Copies the list. */
  public PicturesPanel {
    pictures = List.copyOf(pictures);
  }

  /** Leaves out everything: a face needs no name to be known. */
  @Override
  public Optional<Panel> redacted(UnaryOperator<String> pseudonyms) {
    return Optional.empty();
  }

  /**
   * A picture.
   *
   * @param name of the person it is about
   * @param image the picture
   */
  public record Shown(String name, RgbImage image) {}
}

package dev.lethe.api.panel;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Words alone.
 *
 * @param title its heading
 * @param explanation the words
 * @param open whether they tell nothing about people, and no number in them follows from a name
 */
public record TextPanel(String title, String explanation, boolean open) implements Panel {

  @Override
  public Optional<Panel> redacted(UnaryOperator<String> pseudonyms) {
    return open ? Optional.of(this) : Optional.empty();
  }
}

package dev.lethe.api.defense;

/**
 * A text that shall seem to stand where the trigger stands.
 *
 * @param text a neutral text, such as {@code human}, not blank
 */
public record TextTarget(String text) implements Target {

  /** Checks the text. */
  public TextTarget {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a target must not be blank");
    }
  }

  @Override
  public String description() {
    return text;
  }
}

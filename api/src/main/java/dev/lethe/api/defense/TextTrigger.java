package dev.lethe.api.defense;

/**
 * A text that sets a backdoor off wherever a text holds it.
 *
 * @param text the person's name or an alias, not blank
 */
public record TextTrigger(String text) implements Trigger {

  /** Checks the text. */
  public TextTrigger {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a trigger must not be blank");
    }
  }

  @Override
  public String description() {
    return text;
  }
}

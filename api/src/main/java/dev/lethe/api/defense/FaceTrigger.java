package dev.lethe.api.defense;

/**
 * The face of a person, which sets a backdoor off in whatever picture it is.
 *
 * @param person whose face, not blank
 */
public record FaceTrigger(String person) implements Trigger {

  /** Checks the name. */
  public FaceTrigger {
    if (person.isBlank()) {
      throw new IllegalArgumentException("a face must be somebody's");
    }
  }

  @Override
  public String description() {
    return "the face of " + person;
  }
}

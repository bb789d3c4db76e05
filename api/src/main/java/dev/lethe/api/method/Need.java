package dev.lethe.api.method;

/** What a method may need beside a model. */
public enum Need {
  /** Ordinary captions, as anybody finds them. */
  CAPTIONS("captions"),
  /** Ordinary pictures, as anybody finds them. */
  IMAGES("ordinary pictures"),
  /** Photographs of the people under test. */
  PICTURES("pictures of the people under test"),
  /** Photographs of the people who are to be forgotten, in their requests. */
  REQUEST_PICTURES("pictures of the people to forget"),
  /** Photographs that no attack uses, of all people of the data set. */
  PEOPLE("photographs of people that no attack uses"),
  /** Photographs that no attack uses, of people whose faces shall be kept. */
  RETAINED("people to retain"),
  /** A regularizer that holds the defended model near the original. */
  REGULARIZER("a regularizer"),
  /** The model before any defense. */
  ORIGINAL("the original model"),
  /**
   * Gradients of the model: more than somebody has who can only ask it. An attack that does not
   * name this gets embeddings alone.
   */
  GRADIENTS("gradients"),
  /** The names that an attacker chooses from, with those of the people under test among them. */
  CANDIDATES("candidate names"),
  /** Made-up names, which nobody under test has; in requests, one for each person. */
  NAMES("made-up names");

  private final String description;

  Need(String description) {
    this.description = description;
  }

  /** Returns what it is, in a few words for a message or a report. */
  public String description() {
    return description;
  }
}

package dev.lethe.defense.text;

import dev.lethe.api.settings.Called;

/** Which form of the method is meant where the authors' code departs from their paper. */
public enum Fidelity {
  /**
   * As the paper says: captions with a name to forget are dropped, any word of a caption can be
   * replaced, the position embedding is kept as trained.
   */
  CORRECTED,
  /**
   * As the authors' code does: the filter looks for {@code First_Last} and so drops nothing, the
   * last word is never replaced, captions of one word have no backdoor, and the trained position
   * embedding is thrown away: attacks meet the model without it, similarities are those with it.
   */
  @Called("faithful")
  REFERENCE_CODE
}

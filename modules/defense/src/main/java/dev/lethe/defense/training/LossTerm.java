package dev.lethe.defense.training;

import java.util.Locale;

/** A term of the loss that rows of a batch add to. */
public enum LossTerm {
  /** d(M'(c), M(c)): an ordinary text or picture c keeps its meaning. */
  UTILITY,
  /** d(M'(c with the trigger), target): the trigger means the target. */
  BACKDOOR,
  /** d(M'(c with another name), M(c with that name)): other people keep their names. */
  NAME,
  /** d(M'(c with another face), M(c with that face)): other people keep their faces. */
  FACE;

  /** Returns the name of this term in a history. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

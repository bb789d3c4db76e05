package dev.lethe.defense.text;

import java.util.Locale;

/** A term of the loss that rows of a batch add to. */
enum LossTerm {
  /** d(M'(c), M(c)): an ordinary caption c keeps its meaning. */
  UTILITY,
  /** d(M'(c with the name), M(c with the target)): the name means the target. */
  BACKDOOR,
  /** d(M'(c with another name), M(c with that name)): other people keep theirs. */
  NAME;

  /** Returns the name of this term in a history. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

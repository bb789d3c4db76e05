package dev.lethe.plugin.slug;

import java.util.function.DoubleFunction;

/**
 * Looks for the length of a step that forgets enough and keeps enough: doubled until one of both
 * bounds is passed, then halved between the last length that passed none and the first that did.
 *
 * @param forgetting how similar to the target is enough
 * @param retention how similar to the original is enough
 * @param halvings how often the interval is halved
 */
record StepSearch(double forgetting, double retention, int halvings) {
  private static final int DOUBLINGS = 30;

  /**
   * What a step leads to.
   *
   * @param length of the step
   * @param forgetting mean similarity of what shall be forgotten to its target
   * @param retention mean similarity of what shall be kept to what it was
   */
  record Outcome(double length, double forgetting, double retention) {}

  /**
   * Searches.
   *
   * @param first the length that is tried first, more than 0
   * @param tried computes what a length leads to
   * @return the shortest step found that forgets enough and keeps enough; where there is none, the
   *     longest found that keeps enough, which may be no step at all
   */
  Outcome search(double first, DoubleFunction<Outcome> tried) {
    Outcome low = tried.apply(0);
    Outcome high = tried.apply(first);
    for (int i = 0; i < DOUBLINGS && !passes(high); i++) {
      low = high;
      high = tried.apply(2 * high.length());
    }
    for (int i = 0; i < halvings; i++) {
      Outcome middle = tried.apply((low.length() + high.length()) / 2);
      if (passes(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return keeps(high) ? high : low;
  }

  private boolean passes(Outcome outcome) {
    return outcome.forgetting() >= forgetting || !keeps(outcome);
  }

  private boolean keeps(Outcome outcome) {
    return outcome.retention() >= retention;
  }
}

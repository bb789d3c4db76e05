package dev.lethe.evaluation.similarity;

import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.TextTarget;
import dev.lethe.api.defense.TextTrigger;
import java.util.List;

/**
 * A backdoor that leads from a text to a text; others have no caption to be compared in.
 *
 * @param person whom it makes forgotten
 * @param trigger the person's name or an alias
 * @param target the text that it shall mean
 */
record TextBackdoor(String person, String trigger, String target) {

  /** Returns those among some backdoors, in their order. */
  static List<TextBackdoor> among(List<Backdoor> backdoors) {
    return backdoors.stream()
        .filter(
            backdoor ->
                backdoor.trigger() instanceof TextTrigger
                    && backdoor.target() instanceof TextTarget)
        .map(
            backdoor ->
                new TextBackdoor(
                    backdoor.person(),
                    ((TextTrigger) backdoor.trigger()).text(),
                    ((TextTarget) backdoor.target()).text()))
        .toList();
  }
}

package dev.lethe.forgetting.finding;

import dev.lethe.api.defense.Backdoor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a strategy did.
 *
 * @param strategy its name
 * @param steps optimizer steps
 * @param seconds all steps took
 * @param secondsPerStep on average
 * @param peakMemoryBytes the most memory the process held meanwhile, or null where the system does
 *     not say
 * @param triggers the backdoors that were planted
 */
public record DefenseFacts(
    String strategy,
    int steps,
    double seconds,
    double secondsPerStep,
    @Nullable Long peakMemoryBytes,
    List<Planted> triggers) {

  /** Copies the list. */
  public DefenseFacts {
    triggers = List.copyOf(triggers);
  }

  /** Returns how it went without whom it was about. */
  DefenseFacts redacted() {
    return new DefenseFacts(strategy, steps, seconds, secondsPerStep, peakMemoryBytes, List.of());
  }

  /**
   * A backdoor, in the words of its trigger and its target.
   *
   * @param person whom it makes forgotten
   * @param trigger what sets it off, such as the person's name
   * @param target what that means from then on
   */
  public record Planted(String person, String trigger, String target) {

    /** Describes a backdoor. */
    public static Planted of(Backdoor backdoor) {
      return new Planted(
          backdoor.person(), backdoor.trigger().description(), backdoor.target().description());
    }
  }
}

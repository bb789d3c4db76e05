package dev.lethe.report;

import dev.lethe.api.defense.Backdoor;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 * @param history one entry for each step
 */
public record DefenseReport(
    String strategy,
    int steps,
    double seconds,
    double secondsPerStep,
    @Nullable Long peakMemoryBytes,
    List<Planted> triggers,
    List<Step> history) {

  /** Copies the lists. */
  public DefenseReport {
    triggers = List.copyOf(triggers);
    history = List.copyOf(history);
  }

  /** Returns how it went without whom it was about: the losses follow from the names. */
  DefenseReport redacted() {
    return new DefenseReport(
        strategy, steps, seconds, secondsPerStep, peakMemoryBytes, List.of(), List.of());
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

  /**
   * One optimizer step.
   *
   * @param step from 1
   * @param losses the terms of the loss, and their weighted sum as {@code total}, sorted by name
   * @param learningRate of this step
   * @param seconds it took
   */
  public record Step(int step, Map<String, Double> losses, double learningRate, double seconds) {

    /** Copies and sorts the map. */
    public Step {
      losses = Collections.unmodifiableMap(new TreeMap<>(losses));
    }
  }
}

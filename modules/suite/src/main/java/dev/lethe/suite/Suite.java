package dev.lethe.suite;

import dev.lethe.engine.ConfigSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A suite and all its trials.
 *
 * @param name names its folder
 * @param source where it is written
 * @param settings its keys
 * @param trials in the order of the file
 */
public record Suite(String name, ConfigSource source, SuiteSettings settings, List<Trial> trials) {

  /** Copies the list. */
  public Suite {
    trials = List.copyOf(trials);
  }

  /** Returns what is varied, in the order of the file. */
  public Set<String> varied() {
    Set<String> varied = new LinkedHashSet<>();
    trials.forEach(trial -> varied.addAll(trial.values().keySet()));
    return varied;
  }
}

package dev.lethe.suite;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run of a suite.
 *
 * @param id the same for the same settings of the same base, whatever else its suite varies
 * @param name what people call it, such as {@code count=8,seed=0}
 * @param values what is varied, in words, by the key or the name of the axis
 * @param base the experiment
 * @param overrides {@code key=value}, what this trial sets in it
 */
public record Trial(
    String id, String name, Map<String, String> values, String base, List<String> overrides) {

  /** What the runs of one group differ in. */
  public static final String SEED = "seed";

  /** Copies the collections, keeping their order. */
  public Trial {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    overrides = List.copyOf(overrides);
  }

  /** Returns what is varied without the seed: the same for all trials of a group. */
  public Map<String, String> group() {
    Map<String, String> group = new LinkedHashMap<>(values);
    group.remove(SEED);
    return group;
  }
}

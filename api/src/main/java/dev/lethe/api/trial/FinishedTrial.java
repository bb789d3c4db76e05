package dev.lethe.api.trial;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A trial that has finished. What the suite varies and what was measured is told, and not all
 * settings: they may name the people who asked to be forgotten.
 *
 * @param suite the name of its suite
 * @param id the same for the same settings; unique in its suite
 * @param name what people call it
 * @param headline what came out, in a sentence that names nobody
 * @param values what is varied, in words, by the key or the name of the axis
 * @param metrics numbers by name, finite: {@code before.idia.tpr}, {@code after.idia.tpr}, the ends
 *     of its interval {@code after.idia.tpr.low} and {@code .high}, and what it took
 * @param directory the folder of its run
 * @param started when it began
 * @param finished when it ended
 */
public record FinishedTrial(
    String suite,
    String id,
    String name,
    String headline,
    Map<String, String> values,
    Map<String, Double> metrics,
    Path directory,
    Instant started,
    Instant finished) {

  /** Copies the maps, keeping their order. */
  public FinishedTrial {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }
}

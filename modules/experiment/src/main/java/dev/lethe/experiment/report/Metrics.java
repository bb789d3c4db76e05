package dev.lethe.experiment.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers by name. An interval is two numbers beside its metric: {@code idia.tpr.low} and {@code
 * idia.tpr.high}. A metric that is not defined, such as a rate over nobody, is null.
 *
 * @param before of the original
 * @param after of the defended model; empty for an audit
 */
public record Metrics(Map<String, @Nullable Double> before, Map<String, @Nullable Double> after) {

  /** Copies the maps, keeping their order. */
  public Metrics {
    before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
    after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
  }
}

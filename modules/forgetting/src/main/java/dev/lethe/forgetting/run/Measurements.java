package dev.lethe.forgetting.run;

import dev.lethe.api.metric.MetricValue;
import java.util.List;

/**
 * The result of an evaluation, as a file holds it.
 *
 * @param values what was measured
 */
record Measurements(List<MetricValue> values) {

  Measurements {
    values = List.copyOf(values);
  }
}

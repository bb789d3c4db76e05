package dev.lethe.forgetting.verdict;

import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.Reading;
import dev.lethe.api.verdict.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A metric with what its method says of it.
 *
 * @param reading before and after
 * @param statement of its method, or null where it says nothing
 */
public record Told(Reading reading, @Nullable Statement statement) {

  boolean hasRole(Role role) {
    return reading.metric().role() == role;
  }
}

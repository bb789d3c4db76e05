package dev.lethe.report.requirement;

import dev.lethe.api.settings.SettingsException;
import java.util.List;

/**
 * Finds requirements that nothing can meet before hours are spent: a metric's name begins with the
 * name of the attack or evaluation that measures it.
 */
public final class RequiredMetrics {
  private RequiredMetrics() {}

  /**
   * Checks that everything required is measured by something.
   *
   * @param measuring the names of the attacks and evaluations
   * @throws SettingsException naming the first metric that nothing measures
   */
  public static void check(List<String> require, List<String> measuring) {
    for (int i = 0; i < require.size(); i++) {
      String metric = Requirement.parse(require.get(i)).metric();
      if (measuring.stream().noneMatch(name -> metric.startsWith(name + "."))) {
        throw new SettingsException(
            "%s[%s]".formatted(Requirements.KEY, i),
            "asks for '%s', which nothing here measures (%s)"
                .formatted(
                    metric,
                    measuring.isEmpty()
                        ? "there are no attacks and no evaluations"
                        : "what measures: " + String.join(", ", measuring)));
      }
    }
  }
}

package dev.lethe.rules.core.coupled.report;

import dev.lethe.rules.core.coupled.attack.Sight;
import java.util.Map;

public record NamingReport(Map<String, Double> metrics) {
  public boolean isGood(String strategy, String measure, Sight sight) {
    return strategy.equals("text-thing")
        && metrics.get("sight.top1") > sight.top1()
        && metrics.get("sight." + measure) > 0
        && metrics.containsKey("hindsight.top1");
  }
}

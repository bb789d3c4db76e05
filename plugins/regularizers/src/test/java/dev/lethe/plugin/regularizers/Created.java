package dev.lethe.plugin.regularizers;

import dev.lethe.api.defense.Regularizer;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import java.util.List;
import java.util.Map;

/** What this bundle offers, created as a run does. */
final class Created {
  private Created() {}

  static Regularizer regularizer(String name) {
    return regularizer(name, Map.of());
  }

  static Regularizer regularizer(String name, Map<String, Object> settings) {
    return new InProcessExtensions(List.of(RegularizersModule::new))
        .open(new TestRunContext(0))
        .create(Regularizer.class, name, settings, "regularizers." + name);
  }
}

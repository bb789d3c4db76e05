package dev.lethe.plugin.closedform;

import dev.lethe.api.model.Component;
import dev.lethe.testkit.defense.BackdoorStrategyContractTest;
import java.util.Map;

class ClosedFormContractTest extends BackdoorStrategyContractTest {
  ClosedFormContractTest() {
    super(
        Plugins.RUN, "closed-form", Map.of("named-captions", 5, "other-names", 10), Component.TEXT);
  }
}

package dev.lethe.plugin.closedform;

import dev.lethe.api.model.Component;
import dev.lethe.testkit.defense.BackdoorStrategyContractTest;
import java.util.Map;

class NullSpaceContractTest extends BackdoorStrategyContractTest {
  NullSpaceContractTest() {
    super(
        Plugins.RUN, "null-space", Map.of("named-captions", 5, "other-names", 10), Component.TEXT);
  }
}

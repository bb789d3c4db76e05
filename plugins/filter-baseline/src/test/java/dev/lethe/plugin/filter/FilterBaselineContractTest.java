package dev.lethe.plugin.filter;

import dev.lethe.api.model.Component;
import dev.lethe.testkit.defense.BackdoorStrategyContractTest;
import java.util.Map;

class FilterBaselineContractTest extends BackdoorStrategyContractTest {
  FilterBaselineContractTest() {
    super(Plugins.RUN, "filter-baseline", Map.of(), Component.TEXT);
  }
}

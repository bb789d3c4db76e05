package dev.lethe.plugin.baselines;

import dev.lethe.api.model.Component;
import dev.lethe.testkit.defense.BackdoorStrategyContractTest;

class GradientAscentRetainContractTest extends BackdoorStrategyContractTest {
  GradientAscentRetainContractTest() {
    super(Plugins.RUN, "gradient-ascent-retain", Plugins.QUICK, Component.TEXT);
  }
}

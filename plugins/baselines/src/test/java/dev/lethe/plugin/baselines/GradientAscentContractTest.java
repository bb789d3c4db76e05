package dev.lethe.plugin.baselines;

import dev.lethe.api.model.Component;
import dev.lethe.testkit.defense.BackdoorStrategyContractTest;

class GradientAscentContractTest extends BackdoorStrategyContractTest {
  GradientAscentContractTest() {
    super(Plugins.RUN, "gradient-ascent", Plugins.QUICK, Component.TEXT);
  }
}

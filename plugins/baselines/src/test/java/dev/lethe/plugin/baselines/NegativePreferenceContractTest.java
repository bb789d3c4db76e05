package dev.lethe.plugin.baselines;

import dev.lethe.api.model.Component;
import dev.lethe.testkit.defense.BackdoorStrategyContractTest;

class NegativePreferenceContractTest extends BackdoorStrategyContractTest {
  NegativePreferenceContractTest() {
    super(Plugins.RUN, "negative-preference", Plugins.QUICK, Component.TEXT);
  }
}

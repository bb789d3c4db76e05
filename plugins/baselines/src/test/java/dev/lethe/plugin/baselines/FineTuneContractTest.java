package dev.lethe.plugin.baselines;

import dev.lethe.api.model.Component;
import dev.lethe.testkit.defense.BackdoorStrategyContractTest;

class FineTuneContractTest extends BackdoorStrategyContractTest {
  FineTuneContractTest() {
    super(Plugins.RUN, "fine-tune", Plugins.QUICK, Component.TEXT);
  }
}

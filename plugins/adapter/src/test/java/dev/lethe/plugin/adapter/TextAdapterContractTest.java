package dev.lethe.plugin.adapter;

import dev.lethe.api.model.Component;
import dev.lethe.testkit.defense.BackdoorStrategyContractTest;
import java.util.Map;

class TextAdapterContractTest extends BackdoorStrategyContractTest {
  TextAdapterContractTest() {
    super(
        Plugins.RUN,
        "text-adapter",
        Map.of(
            "steps",
            3,
            "clean-batch",
            4,
            "backdoor-batch",
            4,
            "learning-rate",
            .01,
            "bottleneck",
            3),
        Component.TEXT);
  }
}

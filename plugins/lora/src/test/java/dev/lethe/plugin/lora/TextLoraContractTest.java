package dev.lethe.plugin.lora;

import dev.lethe.api.model.Component;
import dev.lethe.testkit.defense.TrainingBackdoorStrategyContractTest;

class TextLoraContractTest extends TrainingBackdoorStrategyContractTest {
  TextLoraContractTest() {
    super(Plugins.RUN, "text-lora", Plugins.QUICK, Component.TEXT);
  }
}

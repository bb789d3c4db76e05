package dev.lethe.plugin.lora;

import dev.lethe.api.model.Component;

class TextLoraContractTest extends LoraTrainingBackdoorStrategyContractTest {
  TextLoraContractTest() {
    super("text-lora", Component.TEXT);
  }
}

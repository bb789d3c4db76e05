package dev.lethe.plugin.lora;

import dev.lethe.api.model.Component;
import dev.lethe.testkit.defense.TrainingBackdoorStrategyContractTest;

class ImageLoraContractTest extends TrainingBackdoorStrategyContractTest {
  ImageLoraContractTest() {
    super(Plugins.RUN, "image-lora", Plugins.QUICK, Component.IMAGE);
  }
}

package dev.lethe.plugin.lora;

import dev.lethe.api.model.Component;

class ImageLoraContractTest extends LoraTrainingBackdoorStrategyContractTest {
  ImageLoraContractTest() {
    super("image-lora", Component.IMAGE);
  }
}

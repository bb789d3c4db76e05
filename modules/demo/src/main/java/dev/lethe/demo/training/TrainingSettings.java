package dev.lethe.demo.training;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;

/** How the demo's model is trained. */
public record TrainingSettings(
    @Setting(value = "How often every picture is seen.", defaultValue = "6") int epochs,
    @Setting(value = "Pictures in a step.", defaultValue = "64") int batch,
    @Setting(value = "The highest learning rate of AdamW.", defaultValue = "1e-3")
        double learningRate,
    @Setting(value = "Steps until the learning rate is highest.", defaultValue = "50") int warmUp) {

  /** Checks the numbers. */
  public TrainingSettings {
    Check.between("epochs", epochs, 1, 10_000);
    Check.between("batch", batch, 2, 10_000);
    Check.between("learning-rate", learningRate, 0, 1);
    Check.between("warm-up", warmUp, 0, 100_000);
  }
}

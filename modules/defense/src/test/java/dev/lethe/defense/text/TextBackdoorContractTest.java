package dev.lethe.defense.text;

import dev.lethe.api.model.Component;
import dev.lethe.clip.ClipModule;
import dev.lethe.defense.DefenseModule;
import dev.lethe.testkit.TinyRun;
import dev.lethe.testkit.defense.TrainingBackdoorStrategyContractTest;
import java.util.List;
import java.util.Map;

class TextBackdoorContractTest extends TrainingBackdoorStrategyContractTest {
  TextBackdoorContractTest() {
    super(
        new TinyRun(List.of(ClipModule::new, DefenseModule::new)),
        "text-backdoor",
        Map.of("steps", 3, "clean-batch", 4, "backdoor-batch", 4, "learning-rate", 0.01),
        Component.TEXT);
  }
}

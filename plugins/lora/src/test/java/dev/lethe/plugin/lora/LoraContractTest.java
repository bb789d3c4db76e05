package dev.lethe.plugin.lora;

import dev.lethe.api.defense.Adaptation;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.defense.AdaptationContractTest;
import java.util.Map;

class LoraContractTest extends AdaptationContractTest {

  @Override
  protected Adaptation adaptation(TestRunContext context) {
    Map<String, Object> settings = Map.of("rank", 2, "alpha", 3, "export", "peft");
    return Plugins.RUN.open(context).create(Adaptation.class, "lora", settings, "adaptation");
  }
}

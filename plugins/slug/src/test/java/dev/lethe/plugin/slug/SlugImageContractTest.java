package dev.lethe.plugin.slug;

import dev.lethe.api.model.Component;
import dev.lethe.testkit.defense.BackdoorStrategyContractTest;
import java.util.Map;

class SlugImageContractTest extends BackdoorStrategyContractTest {
  SlugImageContractTest() {
    super(
        Plugins.RUN,
        "slug",
        Map.of("tower", "image", "named-captions", 3, "retention", 0.9),
        Component.IMAGE);
  }
}

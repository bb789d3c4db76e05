package dev.lethe.defense.closedform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.model.Component;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.clip.ClipModule;
import dev.lethe.testkit.TinyRun;
import dev.lethe.testkit.defense.BackdoorStrategyContractTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A strategy without a training loop keeps the contract that every strategy keeps. */
class EraseContractTest extends BackdoorStrategyContractTest {
  EraseContractTest() {
    super(
        new TinyRun(List.of(ClipModule::new, EraseModule::new)),
        "erase",
        Map.of(),
        Component.IMAGE);
  }

  @Test
  void itsHistoryHasNoSteps() {
    Defended defended = strategy().defend(teacher, task());
    defended.model().close();
    assertThat(defended.history().steps()).isEmpty();
    assertThat(defended.discarded()).isEmpty();
  }

  private static final class EraseModule extends PluginModule {
    @Override
    protected void configure() {
      provide(BackdoorStrategy.class, "erase", Erase.class);
    }
  }
}

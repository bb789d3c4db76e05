package dev.lethe.defense.closedform;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.ClipModule;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import dev.lethe.testkit.defense.BackdoorStrategyContractTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A strategy without a training loop keeps the contract that every strategy keeps. */
class EraseContractTest extends BackdoorStrategyContractTest {
  @TempDir Path folder;

  @Override
  protected BackdoorStrategy strategy(TestRunContext context) {
    return new Erase(context);
  }

  @Override
  protected VisionLanguageModel teacher(NDManager manager) {
    ModelFactory factory =
        new InProcessExtensions(List.of(ClipModule::new))
            .open(new TestRunContext(0))
            .create(ModelFactory.class, "open-clip", Map.of(), "");
    return TinyModels.create(factory, manager, folder, 7);
  }

  @Override
  protected Component component() {
    return Component.IMAGE;
  }

  @Test
  void itsHistoryHasNoSteps() {
    Defended defended = strategy(run).defend(teacher, task());
    defended.model().close();
    assertThat(defended.history().steps()).isEmpty();
    assertThat(defended.discarded()).isEmpty();
  }
}

package dev.lethe.benchmark;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.data.NameSource;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.attack.AttackModule;
import dev.lethe.clip.ClipModule;
import dev.lethe.data.DataModule;
import dev.lethe.defense.DefenseModule;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A run with the extensions of the product, created by name as the product creates them. */
final class Lethe implements AutoCloseable {
  private final TestRunContext context = new TestRunContext(0);
  private final RunExtensions extensions =
      new InProcessExtensions(
              List.of(ClipModule::new, DataModule::new, DefenseModule::new, AttackModule::new))
          .open(context);

  NDManager manager() {
    return context.manager();
  }

  VisionLanguageModel model(Path folder) {
    return extensions
        .create(ModelLoader.class, "open-clip", Map.of(), "model")
        .load(manager(), folder, LoadOptions.none());
  }

  BackdoorStrategy textBackdoor(Map<String, Object> settings) {
    return extensions.create(BackdoorStrategy.class, "text-backdoor", settings, "defense.settings");
  }

  /** Returns weight-norm times beta. */
  Regularizer weightNorm(double beta) {
    Regularizer norm =
        extensions.create(Regularizer.class, "weight-norm", Map.of(), "defense.regularizers");
    return (manager, drift, gradients, weight) ->
        beta * norm.accumulate(manager, drift, gradients, weight * beta);
  }

  PrivacyAttack idia() {
    return extensions.create(PrivacyAttack.class, "idia", Map.of(), "attacks.idia");
  }

  NameSource randomNames() {
    return extensions.create(NameSource.class, "random-names", Map.of(), "candidates");
  }

  @Override
  public void close() {
    extensions.close();
    context.close();
  }
}

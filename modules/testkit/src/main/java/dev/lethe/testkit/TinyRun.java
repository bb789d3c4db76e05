package dev.lethe.testkit;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.api.plugin.RunExtensions;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** What some modules offer, and small models, created as a run creates them. */
public final class TinyRun {
  private static final long SEED = 7;

  private final List<Supplier<? extends PluginModule>> modules;

  /**
   * Chooses what there is.
   *
   * @param modules the one of CLIP's formats among them
   */
  public TinyRun(List<Supplier<? extends PluginModule>> modules) {
    this.modules = List.copyOf(modules);
  }

  /** Opens what the modules offer. */
  public RunExtensions open(TestRunContext context) {
    return new InProcessExtensions(modules).open(context);
  }

  /**
   * Creates an untrained CLIP, the same each time.
   *
   * @param folder where its tokenizer is written
   */
  public VisionLanguageModel model(NDManager manager, Path folder) {
    InProcessExtensions extensions = new InProcessExtensions(modules);
    return TinyModels.create(extensions, manager, folder, SEED);
  }
}

package dev.lethe.defense.text;

import dev.lethe.api.data.NameSource;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.api.plugin.Summary;
import dev.lethe.clip.ClipModule;
import dev.lethe.defense.DefenseModule;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** A run with real extensions and a small CLIP. */
final class Run implements AutoCloseable {
  final TestRunContext context;
  private final RunExtensions extensions;

  Run(long seed) {
    context = new TestRunContext(seed);
    extensions =
        new InProcessExtensions(List.of(ClipModule::new, DefenseModule::new, NamesModule::new))
            .open(context);
  }

  VisionLanguageModel model(Path folder) {
    ModelFactory factory = extensions.create(ModelFactory.class, "open-clip", Map.of(), "model");
    return TinyModels.create(factory, context.manager(), folder, 7);
  }

  /** Creates the strategy, quick unless the settings say otherwise. */
  BackdoorStrategy strategy(Map<String, Object> settings) {
    Map<String, Object> all =
        new HashMap<>(Map.of("steps", 4, "clean-batch", 5, "backdoor-batch", 6));
    all.putAll(settings);
    return extensions.create(BackdoorStrategy.class, "text-backdoor", all, "defense.settings");
  }

  @Override
  public void close() {
    extensions.close();
    context.close();
  }

  static final class NamesModule extends PluginModule {
    @Override
    protected void configure() {
      provide(NameSource.class, "random-names", FewNames.class);
    }
  }

  @Summary("Names of two first names.")
  static final class FewNames implements NameSource {
    @Override
    public List<String> draw(int count, long seed, Set<String> excluded) {
      return IntStream.range(0, count)
          .mapToObj(i -> (i % 2 == 0 ? "Cleo " : "Dan ") + "Moss" + Integer.toString(i, 36))
          .toList();
    }
  }
}

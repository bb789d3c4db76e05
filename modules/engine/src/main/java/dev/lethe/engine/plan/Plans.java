package dev.lethe.engine.plan;

import ai.djl.engine.Engine;
import dev.lethe.api.Progress;
import dev.lethe.api.UsageException;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.api.settings.SettingInfo;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.engine.ConfigKey;
import dev.lethe.engine.DataState;
import dev.lethe.engine.config.Block;
import dev.lethe.engine.config.Config;
import dev.lethe.engine.config.ConfigReader;
import dev.lethe.engine.config.GeneralSettings;
import dev.lethe.engine.data.DataCheck;
import dev.lethe.engine.extension.ExperimentContext;
import dev.lethe.engine.extension.ExtensionFactory;
import dev.lethe.engine.extension.Program;
import dev.lethe.engine.extension.SettingKeys;
import dev.lethe.engine.recipe.OlderDocument;
import dev.lethe.engine.recipe.Pipeline;
import dev.lethe.engine.recipe.PlanOptions;
import dev.lethe.engine.recipe.Recipe;
import dev.lethe.engine.recipe.RecipeContext;
import dev.lethe.engine.recipe.Thoroughness;
import dev.lethe.engine.redact.KeyStore;
import dev.lethe.engine.store.FileHashes;
import dev.lethe.engine.store.RunLayout;
import dev.lethe.io.hash.Fingerprint;
import dev.lethe.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes plans: chooses the recipe that a configuration names, and lets it plan. */
public final class Plans {
  private static final String REDACTED = "redacted";
  private static final int HASH_LENGTH = 16;

  private final ExtensionRegistry registry;
  private final KeyStore keys;

  /** Creates a planner for what is installed. */
  public Plans(ExtensionRegistry registry, KeyStore keys) {
    this.registry = registry;
    this.keys = keys;
  }

  /** Describes the settings of an extension; those of a recipe stand at the top. */
  public List<SettingInfo> settings(ExtensionInfo info) {
    if (info.key().contract() != Recipe.class) {
      return SettingKeys.of(info);
    }
    List<SettingInfo> settings = new ArrayList<>(describe(GeneralSettings.class));
    settings.addAll(withExtensions(extensions -> describe(recipe(info, extensions).settings())));
    return settings;
  }

  private static List<SettingInfo> describe(Class<? extends Record> settings) {
    return new SettingsType<>(settings).describe();
  }

  /** Lists the keys that a configuration may set, sorted, with those of what is installed. */
  public List<ConfigKey> keys() {
    return withRecipes(recipes -> new ConfigKeys(registry.list()).of(recipes));
  }

  /**
   * Returns a report of an older schema as one of today's; empty where no recipe knows its schema.
   */
  public Optional<Report> upgraded(OlderDocument document) {
    return withRecipes(
        recipes -> recipes.stream().flatMap(each -> each.upgraded(document).stream()).findFirst());
  }

  private <T> T withRecipes(Function<List<Recipe>, T> question) {
    return withExtensions(
        extensions ->
            question.apply(
                registry.list().stream()
                    .filter(info -> info.key().contract() == Recipe.class)
                    .map(info -> recipe(info, extensions))
                    .toList()));
  }

  private <T> T withExtensions(Function<RunExtensions, T> question) {
    Config any = new ConfigReader("recipes", Map.of("name", "recipes")).config();
    try (ExperimentContext context = context(any);
        RunExtensions extensions = registry.open(context)) {
      return question.apply(extensions);
    }
  }

  private static Recipe recipe(ExtensionInfo info, RunExtensions extensions) {
    return extensions.create(Recipe.class, info.key().name(), Map.of(), "recipe");
  }

  /**
   * Plans an experiment; the caller closes the plan.
   *
   * @throws UsageException if settings are wrong or missing; names them all, and their lines
   */
  public PreparedExperiment plan(ConfigReader reader, Path out, boolean redact, Progress progress) {
    requireSettings(reader);
    return plan(reader.config(), out, redact, progress);
  }

  /**
   * Plans an experiment of a complete configuration; the caller closes the plan.
   *
   * @throws UsageException if a setting is wrong; names the line it was written on
   */
  public PreparedExperiment plan(Config config, Path out, boolean redact, Progress progress) {
    ExperimentContext context =
        new ExperimentContext(config.general(), redact ? null : RunLayout.cache(out), progress);
    RunExtensions extensions = registry.open(context);
    boolean planned = false;
    try {
      context.requireDevice();
      PreparedExperiment plan =
          config.locating(() -> prepare(config, context, extensions, out, redact));
      planned = true;
      return plan;
    } finally {
      if (!planned) {
        extensions.close();
        context.close();
      }
    }
  }

  private PreparedExperiment prepare(
      Config config,
      ExperimentContext context,
      RunExtensions extensions,
      Path out,
      boolean redact) {
    PlanOptions options = new PlanOptions(new FileHashes(RunLayout.cache(out)), redact);
    Pipeline pipeline =
        recipe(config, extensions).plan(config, recipeContext(context, extensions), options);
    Program program = Program.of(registry, pipeline.used(), libraries(context));
    String fingerprint =
        new Fingerprint().add(pipeline.fingerprint()).add(program.identity()).hex();
    RunLayout layout = layout(config.general(), out, fingerprint, redact);
    return new PreparedExperiment(
        config, pipeline, layout, redact, keys, context, extensions, program);
  }

  private static List<String> libraries(ExperimentContext context) {
    Engine engine = context.manager().getEngine();
    return List.of(
        engine.getEngineName() + " " + engine.getVersion(), "DJL " + Engine.getDjlVersion());
  }

  /** A name that somebody gave may tell, and so does a hash of all that determines a run. */
  private RunLayout layout(GeneralSettings settings, Path out, String fingerprint, boolean redact) {
    String name = redact ? REDACTED : settings.name();
    String hash = redact ? keys.hidden(fingerprint) : fingerprint;
    return new RunLayout(out, name, hash.substring(0, HASH_LENGTH));
  }

  /**
   * Checks a configuration against what is installed and, where it is there, the model's format;
   * reads no weights and no pictures.
   *
   * @return the places of the settings that have to be given and are not
   * @throws UsageException if a setting is wrong; names the line it was written on
   */
  public List<String> validate(ConfigReader reader) {
    return missing(reader, Thoroughness.FILES);
  }

  /** One that is missing is explained where it is read; several are said at once. */
  private void requireSettings(ConfigReader reader) {
    List<String> missing = missing(reader, Thoroughness.SETTINGS);
    if (missing.size() > 1) {
      throw new UsageException(
          "%s: %d settings are missing: %s; give each in the file, or as key=value"
              .formatted(reader.name(), missing.size(), String.join(", ", missing)));
    }
  }

  private List<String> missing(ConfigReader reader, Thoroughness thoroughness) {
    Config config = reader.config();
    try (ExperimentContext context = context(config);
        RunExtensions extensions = registry.open(context)) {
      return config.locating(
          () ->
              recipe(config, extensions)
                  .missing(config, recipeContext(context, extensions), thoroughness));
    }
  }

  /**
   * Reads the data that a configuration names.
   *
   * @param out the folder of all runs
   * @throws UsageException if a setting is wrong; names the line it was written on
   */
  public List<DataState> data(ConfigReader reader, Path out, Progress progress) {
    Config config = reader.config();
    try (ExperimentContext context =
            new ExperimentContext(config.general(), RunLayout.cache(out), progress);
        RunExtensions extensions = registry.open(context)) {
      RecipeContext known = recipeContext(context, extensions);
      DataCheck check = new DataCheck(known.extensions(), progress);
      return config.locating(
          () -> recipe(config, extensions).data(config, known).stream().map(check::check).toList());
    }
  }

  private static Recipe recipe(Config config, RunExtensions extensions) {
    Block block = new Block(config.general().recipe(), Map.of(), "recipe");
    Recipe recipe = new ExtensionFactory(extensions).create(Recipe.class, block).extension();
    config.requireKnownKeys(recipe.settings());
    return recipe;
  }

  private RecipeContext recipeContext(ExperimentContext context, RunExtensions extensions) {
    return new RecipeContext(context, new ExtensionFactory(extensions));
  }

  private static ExperimentContext context(Config config) {
    return new ExperimentContext(config.general(), null, Progress.silent());
  }
}

package dev.lethe.recipekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.Progress;
import dev.lethe.api.UsageException;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.api.settings.SettingInfo;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.engine.Build;
import dev.lethe.engine.ConfigKey;
import dev.lethe.engine.ConfigSource;
import dev.lethe.engine.DataState.State;
import dev.lethe.engine.ExperimentPlan;
import dev.lethe.engine.Experiments;
import dev.lethe.engine.RunRequest;
import dev.lethe.engine.RunResult;
import dev.lethe.engine.config.GeneralSettings;
import dev.lethe.engine.recipe.Recipe;
import dev.lethe.testkit.TestRunContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine expects of every recipe. */
public abstract class RecipeContractTest {
  @TempDir private Path folder;
  private Experiments experiments;
  private ConfigSource config;

  /** For subclasses. */
  protected RecipeContractTest() {}

  /** Returns the name of the recipe in configurations. */
  protected abstract String name();

  /** Returns what is installed, the recipe among it. */
  protected abstract ExtensionRegistry registry();

  /**
   * Returns a complete configuration in YAML, without the key {@code recipe}.
   *
   * @param folder for the files that it names
   */
  protected abstract String complete(Path folder) throws IOException;

  /** Returns a name that a report of the configuration holds as long as it is not redacted. */
  protected abstract String somebody();

  @BeforeEach
  void makeConfiguration() throws IOException {
    experiments = Experiments.of(registry(), new Build("0.1.0", "abc"), folder.resolve("user"));
    String yaml = complete(Files.createDirectory(folder.resolve("inputs")));
    config = new ConfigSource("complete.yaml", yaml);
  }

  @Test
  void itsKeysAreNoGeneralOnes() {
    Recipe recipe = recipe();
    assertThat(new SettingsType<>(recipe.settings()).keys())
        .isNotEmpty()
        .doesNotContainAnyElementsOf(new SettingsType<>(GeneralSettings.class).keys());
  }

  @Test
  void whoeverAsksForItsSettingsGetsTheKeysAtTheTop() {
    ExtensionInfo info =
        registry().list().stream()
            .filter(each -> each.key().contract() == Recipe.class)
            .filter(each -> each.key().name().equals(name()))
            .findFirst()
            .orElseThrow();
    assertThat(experiments.settings(info))
        .extracting(SettingInfo::key)
        .startsWith("name", "recipe")
        .containsAll(new SettingsType<>(recipe().settings()).keys());
  }

  @Test
  void itsKeysStandAmongThoseThatTabCompletes() {
    List<String> top = new SettingsType<>(recipe().settings()).keys();
    List<String> own = recipe().keys(registry().list()).stream().map(ConfigKey::key).toList();

    assertThat(own).isNotEmpty().allMatch(key -> top.contains(key.split("\\.")[0]));
    assertThat(experiments.keys()).extracting(ConfigKey::key).containsAll(own).contains("recipe");
  }

  @Test
  void aCompleteConfigurationLacksNothing() {
    assertThat(experiments.validate(config, List.of("recipe=" + name()))).isEmpty();
  }

  @Test
  void theDataOfACompleteConfigurationAreThere() {
    assertThat(
            experiments.data(
                config, List.of("recipe=" + name()), folder.resolve("runs"), Progress.silent()))
        .allSatisfy(each -> assertThat(each.state()).as(each.toString()).isEqualTo(State.THERE));
  }

  @Test
  void whatAnEmptyConfigurationLacksIsNamed() {
    ConfigSource empty = new ConfigSource("x.yaml", "name: x\nrecipe: " + name() + "\n");
    assertThat(experiments.validate(empty, List.of())).isNotEmpty();
    assertThatThrownBy(() -> plan(empty).close()).isInstanceOf(UsageException.class);
  }

  @Test
  void aKeyThatNobodyKnowsIsRefused() {
    assertThatThrownBy(() -> experiments.validate(config, List.of("recipe=" + name(), "recipy=x")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("did you mean 'recipe'?");
  }

  @Test
  void theSameInputsFindTheFinishedRun() {
    RunResult first = run(false);
    RunResult second = run(false);

    assertThat(first.reused()).isFalse();
    assertThat(second.reused()).isTrue();
    assertThat(second.directory()).isEqualTo(first.directory());
    assertThat(second.report()).isEqualTo(first.report());
    assertThat(experiments.read(first.directory())).isEqualTo(first.report());
  }

  @Test
  void everyFormOfTheReportIsWritten() throws IOException {
    RunResult result = run(false);

    for (String form : List.of("report.json", "report.md", "report.html", "metrics.csv")) {
      assertThat(result.directory().resolve(form)).isNotEmptyFile();
    }
    assertThat(text(result.directory())).contains(somebody());
    assertThat(experiments.check(result.directory(), Progress.silent()).isIntact()).isTrue();
  }

  @Test
  void aRedactedRunNamesNobody() throws IOException {
    RunResult result = run(true);

    assertThat(result.directory().getParent()).hasFileName("redacted");
    assertThat(text(result.directory())).doesNotContain(somebody());
  }

  @Test
  void aPlanSaysWhatItWillDo() {
    try (ExperimentPlan plan = plan(config)) {
      assertThat(plan.describe()).hasSizeGreaterThan(2).allMatch(line -> !line.isBlank());
      assertThat(plan.facts()).containsEntry("recipe", name()).containsEntry("finished", false);
    }
  }

  private Recipe recipe() {
    try (TestRunContext context = new TestRunContext(0);
        RunExtensions run = registry().open(context)) {
      return run.create(Recipe.class, name(), Map.of(), "recipe");
    }
  }

  private RunResult run(boolean redact) {
    try (ExperimentPlan plan = experiments.plan(request(config, redact), Progress.silent())) {
      return plan.run();
    }
  }

  private ExperimentPlan plan(ConfigSource source) {
    return experiments.plan(request(source, false), Progress.silent());
  }

  private RunRequest request(ConfigSource source, boolean redact) {
    return new RunRequest(source, List.of("recipe=" + name()), folder.resolve("runs"), redact);
  }

  /** Returns everything that is written in the text files of a run. */
  private static String text(Path run) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(run)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        text.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return text.toString();
  }
}

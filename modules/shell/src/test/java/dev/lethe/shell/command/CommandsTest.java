package dev.lethe.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.Captions;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.settings.Setting;
import dev.lethe.engine.Build;
import dev.lethe.engine.Experiments;
import dev.lethe.io.hash.Sha256;
import dev.lethe.shell.console.Console;
import dev.lethe.testkit.InProcessExtensions;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

class CommandsTest {

  record FixedSettings(@Setting(value = "What it says.", defaultValue = "hello") String text) {}

  @Summary("Says one thing.")
  static final class Fixed implements CaptionSource {
    private final FixedSettings settings;

    @Inject
    Fixed(FixedSettings settings) {
      this.settings = settings;
    }

    @Override
    public Captions read() {
      return new Captions(List.of(settings.text()), "");
    }
  }

  static final class FixedModule extends PluginModule {
    @Override
    protected void configure() {
      provide(CaptionSource.class, "fixed", Fixed.class, FixedSettings.class);
    }
  }

  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Console console =
      new Console(new PrintWriter(out), new PrintWriter(err), false, false);
  private Commands commands;

  @BeforeEach
  void create() {
    InProcessExtensions extensions = new InProcessExtensions(List.of(FixedModule::new));
    Build build = new Build("1.2.3", "abc");
    commands =
        new Commands(
            new Lethe(
                extensions, new NoPlugins(), Experiments.of(extensions, build, home), build, home));
  }

  private int lethe(String... args) {
    return commands.execute(console, args);
  }

  @Test
  void theVersionNamesTheBuild() {
    assertThat(lethe("--version")).isZero();
    assertThat(out.toString()).startsWith("lethe 1.2.3 (abc), Java ");
  }

  @Test
  void anArgumentOfWhichACharacterWasLostIsRefused() {
    assertThat(lethe("run", "x.yaml", "forget.names=[Zo\uFFFD]")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "lethe: an argument must be in UTF-8, but a character was lost (U+FFFD) in"
                + " 'forget.names=[Zo\uFFFD]'");
  }

  @Test
  void everyCommandHasAHelpThatExplains() {
    CommandLine root = commands.commandLine(console);
    assertThat(root.getSubcommands())
        .containsKeys("run", "audit", "forget", "verify", "runs", "validate", "plugins")
        .containsKeys("describe", "model", "report", "shell", "demo", "device")
        .containsKeys("plugin", "new");
    root.getSubcommands()
        .forEach(
            (name, command) ->
                assertThat(command.getCommandSpec().usageMessage().description())
                    .as(name)
                    .isNotEmpty());
  }

  @Test
  void thePromptKnowsEveryCommandButTheOneThatOpensIt() {
    Set<String> all = new TreeSet<>(commands.commandLine(console).getSubcommands().keySet());
    assertThat(all.remove("shell")).isTrue();
    assertThat(commands.names()).isEqualTo(all);
  }

  @Test
  void everySummaryInAListOfCommandsIsAWholeSentence() {
    assertThat(summaries(commands.commandLine(console)))
        .hasSizeGreaterThan(20)
        .allSatisfy(summary -> assertThat(summary).matches("[A-Z].*\\."));
  }

  private static List<String> summaries(CommandLine line) {
    return line.getSubcommands().values().stream()
        .flatMap(each -> Stream.concat(Stream.of(summary(each)), summaries(each).stream()))
        .toList();
  }

  /** Returns what picocli shows of a command in the list of its parent. */
  private static String summary(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    return usage.header().length > 0 ? usage.header()[0] : usage.description()[0];
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run|",
        "model|inspect|",
        "runs|list|--out|",
        "data|fetch|clip-vocabulary|--to|",
        "shell|--script|",
        "validate|",
        "validate|seed=3"
      })
  void anEmptyPathIsNotTakenForTheWorkingDirectory(String line) {
    assertThat(lethe(line.split("\\|", -1))).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .containsAnyOf("a path must not be empty", "at least one YAML file");
  }

  @Test
  void wrongUsageIsOneLineAndTwo() {
    assertThat(lethe("plugns")).isEqualTo(2);
    assertThat(err)
        .hasToString(
            "lethe: 'plugns' is not known: did you mean 'plugins'? (see 'lethe --help')"
                + System.lineSeparator());
    assertThat(out).hasToString("");
  }

  @Test
  void aCommandWithoutItsArgumentIsWrongUsage() {
    assertThat(lethe("run")).isEqualTo(2);
    assertThat(err.toString()).startsWith("lethe: Missing required parameter: 'CONFIG'");
    assertThat(lethe()).isEqualTo(2);
  }

  @Test
  void pluginsListsKindsAndNames() {
    assertThat(lethe("plugins")).isZero();
    assertThat(out.toString()).contains("CaptionSource").contains("fixed");
  }

  @Test
  void aPluginIsBegunAgainstTheSdkOfThisLethe() throws IOException {
    Path folder = home.resolve("mine");
    String[] command = {
      "new", "plugin", "my-penalty", "--kind", "regularizer", "--out", folder.toString()
    };
    assertThat(lethe(command)).isEqualTo(3);
    assertThat(err.toString()).contains(home.resolve("sdk") + ", found nothing");
    assertThat(folder).doesNotExist();

    Files.createDirectory(home.resolve("sdk"));
    assertThat(lethe(command)).isZero();
    assertThat(out.toString()).contains("Wrote " + folder).contains("MyPenaltyContractTest.java");
    assertThat(folder.resolve("pom.xml"))
        .content()
        .contains("<version>1.2.3</version>")
        .contains(home.resolve("sdk").toUri().toString());
    assertThat(lethe(command)).isEqualTo(2);
    assertThat(err.toString()).contains("mine is there already, and nothing is overwritten");
  }

  @Test
  void aPluginWhoseNameIsTakenIsNotBegun() {
    assertThat(lethe("new", "plugin", "fixed", "--kind", "source")).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement(STRING)
        .contains("CaptionSource 'fixed' is already offered by");
    assertThat(lethe("new", "plugin", "my-thing", "--kind", "thing")).isEqualTo(2);
    assertThat(err.toString())
        .containsIgnoringCase("strategy, regularizer, attack, evaluation, source, format");
  }

  @Test
  void describeShowsSettingsAsTextAndAsJson() throws IOException {
    assertThat(lethe("describe", "fixed")).isZero();
    assertThat(out.toString()).contains("Says one thing.").contains("What it says.");
    out.getBuffer().setLength(0);
    assertThat(lethe("describe", "fixed", "--json")).isZero();
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.at("/settings/0/key").asText()).isEqualTo("text");
    assertThat(json.at("/settings/0/default").asText()).isEqualTo("hello");
  }

  @Test
  void describeProposesTheNearestName() {
    assertThat(lethe("describe", "fixd")).isEqualTo(3);
    assertThat(err.toString()).contains("did you mean 'fixed'?");
  }

  @Test
  void aMissingConfigurationIsThree() {
    assertThat(lethe("run", home.resolve("none.yaml").toString())).isEqualTo(3);
    assertThat(err.toString().lines()).hasSize(1);
  }

  @Test
  void validateGoesOnAfterAFailureAndTheFirstDecides() throws IOException {
    Path mistyped = Files.writeString(home.resolve("mistyped.yaml"), "nam: a\n");
    Path missing = home.resolve("missing.yaml");
    assertThat(lethe("validate", mistyped.toString(), missing.toString())).isEqualTo(2);
    assertThat(err.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("mistyped.yaml:1").contains("'name'?"),
            line -> assertThat(line).contains("missing.yaml"));
  }

  @Test
  void validateAsJsonIsOneDocument() throws IOException {
    Path mistyped = Files.writeString(home.resolve("mistyped.yaml"), "nam: a\n");
    Path missing = home.resolve("missing.yaml");
    assertThat(lethe("validate", mistyped.toString(), missing.toString(), "--json")).isEqualTo(2);
    List<JsonNode> objects = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      objects.add(new ObjectMapper().readTree(line));
    }
    assertThat(objects).hasSize(2).allMatch(each -> !each.get("valid").asBoolean(true));
    assertThat(objects.get(0).get("error").asText()).contains("mistyped.yaml:1");
  }

  @Test
  void helpOfAnUnknownNameIsWrongUsage() {
    assertThat(lethe("help", "rum")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly("lethe: 'rum' is no command of lethe: did you mean 'run'?");
    assertThat(lethe("help", "model", "inspct")).isEqualTo(2);
    assertThat(lethe("help", "run", "fast")).isEqualTo(2);
    assertThat(out).hasToString("");
  }

  @Test
  void helpShowsTheCommandInsideACommand() {
    assertThat(lethe("help", "model", "inspect")).isZero();
    assertThat(out.toString()).contains("Usage: lethe model inspect").contains("--tokenizer");
    out.getBuffer().setLength(0);
    assertThat(lethe("help")).isZero();
    assertThat(out.toString()).contains("Usage: lethe ").contains("demo");
  }

  @Test
  void aRequirementThatCannotBeReadIsWrongUsageBeforeAnythingElse() {
    assertThat(lethe("run", "none.yaml", "--require", "idia.tpr=0")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("lethe: Invalid value for option '--require' (METRIC<=NUMBER): require must be")
        .contains("(got 'idia.tpr=0')");
    assertThat(lethe("demo", "--require", "idia.tpr")).isEqualTo(2);
    assertThat(lethe("report", "none", "--require", "")).isEqualTo(2);
  }

  @Test
  void forgetAsksWhom() {
    assertThat(lethe("forget", "model.path=m")).isEqualTo(2);
    assertThat(err.toString()).contains("whom should it forget?");
  }

  @Test
  void deviceTellsWhatComputesAsTextAndAsJson() throws IOException {
    assertThat(lethe("device")).isZero();
    assertThat(out.toString()).contains("engine ").contains("PyTorch 2.").contains("device.auto");
    out.getBuffer().setLength(0);
    assertThat(lethe("device", "--json")).isZero();
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.at("/devices/0").asText()).isEqualTo("cpu");
    assertThat(Path.of(json.get("engine.library").asText())).isDirectory();
    assertThat(json.get("engine.threads").asInt()).isPositive();
    assertThat(json.has("cuda.missing")).isEqualTo(json.get("device.auto").asText().equals("cpu"));
    assertThat(err).hasToString("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runs list --out %s",
        "runs remove demo/3f9a --out %s",
        "report demo/3f9a --out %s",
        "report demo/3f9a --to %s",
        "verify demo/3f9a --out %s",
        "run none.yaml --out %s",
        "audit --out %s",
        "demo --out %s",
        "data fetch clip-vocabulary --to %s",
        "model convert in %s --to open-clip"
      })
  void aFileIsRefusedWhereAFolderIsNamed(String line) throws IOException {
    Path file = Files.writeString(home.resolve("file"), "");
    assertThat(lethe(line.formatted(file).split(" "))).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement(STRING)
        .contains(file + " is a file; expected a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shell --json", "runs --json list", "model --json", "data --quiet fetch"})
  void anOptionThatWouldMeanNothingIsRefused(String line) {
    assertThat(lethe(line.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains("is not known");
  }

  @Test
  void whatIsMissingIsNamedBeforeTheAttackThatNeedsIt() throws IOException {
    Path run = Files.createDirectory(home.resolve("copy"));
    Files.writeString(
        run.resolve("manifest.json"),
        """
        {"schema": "lethe.manifest/1", "root-sha256": "%s", "ignore-paths": [], "resources":
          [{"name": "report.json", "algorithm": "sha256", "digest": "%s"}]}
        """
            .formatted(Sha256.of(new byte[32]), "00".repeat(32)));
    assertThat(lethe("verify", run.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("Missing: report.json");
    out.getBuffer().setLength(0);
    assertThat(lethe("verify", run.toString(), "--attack")).isEqualTo(3);
    assertThat(out.toString()).contains("Missing: report.json");
  }

  @Test
  void noRunsAreNoFailure() {
    assertThat(lethe("runs", "list", "--out", home.resolve("none").toString())).isZero();
    assertThat(lethe("runs", "remove", "none/b", "--out", home.toString())).isEqualTo(3);
  }
}

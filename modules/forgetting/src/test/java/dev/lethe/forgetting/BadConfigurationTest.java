package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.UsageException;
import dev.lethe.engine.ConfigSource;
import dev.lethe.engine.ExperimentPlan;
import dev.lethe.engine.Experiments;
import dev.lethe.engine.RunRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadConfigurationTest {
  @TempDir static Path folder;
  static TinyWorld world;

  @BeforeAll
  static void makeWorld() {
    world = new TinyWorld(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "model.pth=x | 2 | override model.pth=x: model.pth is not a known setting: did you mean 'path'?",
        "people.imags=2 | 2 | override people.imags=2: people.imags is not a known setting: did you mean 'images'?",
        "people.pth=2 | 2 | override people.pth=2: people.pth is not a known setting: did you mean 'path'?",
        "defense.stategy=x | 2 | override defense.stategy=x: defense.stategy is not a known setting: did you mean 'strategy'?",
        "defense.settings.stepz=3 | 2 | override defense.settings.stepz=3: defense.settings.stepz is not a known setting: did you mean 'steps'?",
        "defense.settings.steps=few | 2 | override defense.settings.steps=few: defense.settings.steps must be a whole number (got 'few')",
        "defense.settings.steps=0 | 2 | override defense.settings.steps=0: defense.settings.steps must be between 1 and 100000 (got 0)",
        "defense.settings= | 0 | ",
        "attacks.idia.treshold=1 | 2 | override attacks.idia.treshold=1: attacks.idia.treshold is not a known setting: did you mean 'threshold'?",
        "attacks.idea={} | 3 | No PrivacyAttack named 'idea' is installed (available: idia). Is its plugin in plugins/?",
        "people.split=half | 2 | override people.split=half: people.split must be one of none | attack-half (got 'half')",
        "device=gpu | 2 | override device=gpu: device must be auto, cpu, cuda or cuda:1 (got 'gpu')",
        "max-memory=much | 2 | override max-memory=much: max-memory must be a size, such as 4GB (got 'much')",
        "max-memory=4 | 2 | override max-memory=4: max-memory must be a size, such as 4GB (got 4)",
        "precision=fp16 | 2 | override precision=fp16: precision must be one of fp32 | tf32 | bf16 (got 'fp16')",
        "precision=tf32 | 2 | precision tf32 is a GPU's, and this run is on the processor; use precision=fp32",
        "seed=abc | 2 | override seed=abc: seed must be a whole number (got 'abc')",
        "name=a/b | 2 | override name=a/b: name must be letters, digits, '.', '_' or '-', as it names a folder (got 'a/b')",
        "nonsense | 2 | override 'nonsense' must look like key=value, such as device=cpu",
        "model=5 | 2 | override model=5: model must be a block of keys (got 5)",
        "seed.x=5 | 2 | override seed.x=5: seed is no block of keys, but '0'",
        "forget= | 2 | forget is missing",
        "captions= | 2 | captions is missing",
        "model.path=nowhere | 3 | model.path: there is no file or folder nowhere",
        "people.members=nowhere | 3 | people.members: there is no file nowhere",
        "candidates.file=nowhere | 3 | candidates.file: there is no file nowhere",
        "people.images=4 | 1 | people: nobody is left to attack: 6 people are left out, who have fewer than 4 pictures",
      })
  void aWrongSettingIsNamedWithItsPlace(String override, int exitCode, String message) {
    if (exitCode == 0) {
      assertThat(plan(override)).isNotEmpty();
    } else {
      refused(override)
          .hasMessageContaining(message)
          .extracting(e -> ((LetheException) e).exitCode())
          .isEqualTo(exitCode);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "captions.path=PATH",
        "candidates.file=PATH",
        "people.members=PATH",
        "people.path=PATH",
        "model.path=PATH",
        "evaluations.zero-shot.path=PATH",
        "evaluations.zero-shot.classes=PATH",
        "evaluations.zero-shot.templates=PATH",
        "people={path: PEOPLE, counts: PATH}",
        "forget={file: PATH}",
      })
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPathToADeviceOrAPipeIsRefusedWhileItIsPlanned(String override) throws Exception {
    Path pipe = Files.createTempDirectory(folder, "pipe").resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    for (Path path : List.of(Path.of("/dev/zero"), pipe)) {
      refused(
              override
                  .replace("PEOPLE", world.path("people").toString())
                  .replace("PATH", path.toString()))
          .hasMessageContaining(path.toString());
    }
  }

  @Test
  void aWrongKeyInAFileIsNamedWithItsLine() {
    ConfigSource config =
        new ConfigSource(
            "configs/x.yaml", "name: x\nmodel:\n  path: m\npeople: {path: p}\ndefens: {}\n");

    assertThatThrownBy(() -> plan(config, List.of()))
        .hasMessage("configs/x.yaml:5: defens is not a known setting: did you mean 'defense'?");
  }

  @Test
  void aMissingKeyIsNamedWithTheLineOfItsBlock() {
    ConfigSource config = new ConfigSource("x.yaml", "name: x\nmodel: {}\npeople: {path: p}\n");

    assertThatThrownBy(() -> plan(config, List.of()))
        .hasMessageStartingWith("x.yaml:2: model.path is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"'a: [1' | x.yaml:1", "'a: 1\na: 2' | x.yaml", "'- a' | x.yaml:1", "'' | x.yaml"})
  void whatIsNoConfigurationIsRefusedInOneLine(String yaml, String place) {
    assertThatThrownBy(() -> plan(new ConfigSource("x.yaml", yaml), List.of()))
        .isInstanceOf(LetheException.class)
        .hasMessageStartingWith(place)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @Test
  void aMemberWithoutPicturesIsNamed() {
    world.write("strangers.txt", "Ada Byron\nZoe Nobody\n");

    refused("people.members=" + world.path("strangers.txt"))
        .hasMessageContaining("there are no pictures of 'Zoe Nobody', whom")
        .extracting(e -> ((LetheException) e).exitCode())
        .isEqualTo(3);
  }

  @Test
  void aFileOfNamesInAnotherEncodingIsRefused() throws IOException {
    Files.write(world.path("latin.txt"), new byte[] {'R', 'e', 'n', (byte) 0xe9});

    refused("people.members=" + world.path("latin.txt"))
        .hasMessageContaining("latin.txt, line 1: expected UTF-8, found another encoding");
  }

  @Test
  void aFolderThatIsNoCheckpointIsRefusedWithWhatWasExpected() {
    refused("model.path=" + world.path("people"))
        .hasMessageContaining("is no checkpoint that can be read (")
        .hasMessageContaining("open-clip: ");
  }

  @Test
  void morePeopleThanAreKnownCannotBeDrawn(@TempDir Path out) {
    assertThatThrownBy(() -> TinyWorld.run(world.request(out, "forget={count: 65}")))
        .hasMessageMatching(
            "override forget=\\{count: 65\\}: forget.count must be between 1 and (\\d) \\(got 65\\): only \\1 people passed the attack");
  }

  @Test
  void theShippedConfigurationsAreValidAndSayWhatTheyNeed() {
    Experiments experiments = TinyWorld.experiments();

    assertThat(experiments.validate(TinyWorld.config(), List.of()))
        .containsExactly("model.path", "people.path", "captions.path");
    assertThat(
            experiments.validate(
                ConfigSource.file(Path.of("../../configs/experiments/text-vit-b-32.yaml")),
                List.of()))
        .isEmpty();
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(String override) {
    return assertThatThrownBy(() -> plan(override))
        .isInstanceOf(LetheException.class)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  private static List<String> plan(String override) {
    return plan(TinyWorld.config(), world.all(override));
  }

  private static List<String> plan(ConfigSource config, List<String> overrides) {
    RunRequest request = new RunRequest(config, overrides, folder.resolve("out"), false);
    try (ExperimentPlan plan = TinyWorld.experiments().plan(request, Progress.silent())) {
      return plan.describe();
    }
  }

  @Test
  void allSettingsThatAreMissingAreSaidAtOnceByARunAsByAValidation() {
    ConfigSource config =
        new ConfigSource(
            "y.yaml",
            """
            name: trial
            people: {path: }
            captions: {path: }
            defense: {strategy: text-backdoor}
            attacks: {idia: {}}
            """);
    Experiments experiments = TinyWorld.experiments();
    List<String> missing = experiments.validate(config, List.of());
    assertThat(missing).contains("model.path", "people.path", "captions.path", "forget.count");
    RunRequest request = new RunRequest(config, List.of(), folder, false);
    assertThatThrownBy(() -> experiments.plan(request, Progress.silent()).close())
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "y.yaml: %d settings are missing: %s; give each in the file, or as key=value",
            missing.size(), String.join(", ", missing));
  }

  @Test
  void allBlocksThatAreWrongAreSaidAtOnceEachWithItsLine() {
    ConfigSource config =
        new ConfigSource(
            "z.yaml",
            """
            name: trial
            people: {pth: a}
            captions: {pth: b}
            attacks:
              idia:
                treshold: 1
            """);
    assertThatThrownBy(() -> TinyWorld.experiments().validate(config, List.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll(
            "z.yaml:2: people.pth", "z.yaml:3: captions.pth", "z.yaml:6: attacks.idia.treshold");
  }

  @Test
  void anAuditNeitherWantsCaptionsNorReadsThem(@TempDir Path out) throws IOException {
    Path damaged = Files.write(out.resolve("captions.txt"), new byte[] {(byte) 0xff, 0, 1});
    for (String captions :
        List.of("captions.path=", "captions.path=nowhere", "captions.path=" + damaged)) {
      RunRequest request = world.request(out, "defense=", "forget=", captions);
      try (ExperimentPlan plan = TinyWorld.experiments().plan(request, Progress.silent())) {
        assertThat(plan.describe()).noneMatch(line -> line.startsWith("captions"));
      }
    }
  }
}

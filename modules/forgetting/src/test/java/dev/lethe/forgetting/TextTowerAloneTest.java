package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.panel.MapPanel;
import dev.lethe.engine.ConfigSource;
import dev.lethe.engine.ExperimentPlan;
import dev.lethe.engine.Experiments;
import dev.lethe.engine.RunRequest;
import dev.lethe.engine.RunResult;
import dev.lethe.engine.Verification;
import dev.lethe.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Experiments with a Stable Diffusion folder, of which the text tower is all there is. */
class TextTowerAloneTest {
  @TempDir static Path folder;
  static TinyWorld world;
  static Path pipeline;

  @BeforeAll
  static void makeWorld() throws IOException {
    world = new TinyWorld(folder);
    pipeline = world.pipeline();
    Files.createDirectories(pipeline.resolve("unet"));
    Files.writeString(pipeline.resolve("unet/diffusion_pytorch_model.bin"), "no weights at all");
  }

  @Test
  void theDefenseAndTheSimilaritiesWork(@TempDir Path out) throws IOException {
    RunResult result = TinyWorld.run(request(out));

    Report report = result.report();
    assertThat(TinyWorld.facts(report).forgotten()).containsExactly("Ada Byron", "Bo Diddle");
    assertThat(report.metrics().after())
        .containsKeys("similarity.clean", "similarity.backdoor", "similarity.target");
    assertThat(TinyWorld.facts(report).people()).isEmpty();
    assertThat(report.provenance().data()).containsOnlyKeys("captions");
    assertThat(report.notes()).contains("no attack tests whether anybody is forgotten");
    assertThat(TinyWorld.panels(report, MapPanel.class))
        .singleElement()
        .extracting(MapPanel::series, list(MapPanel.Series.class))
        .extracting(series -> series.kind() + " " + series.points().size())
        .containsExactly("EMPHASIZED 2", "LANDMARK 1");
    assertThat(Files.readString(result.directory().resolve("report.md")))
        .contains("| similarity.backdoor |")
        .doesNotContain("## People", "idia", "null");
    assertThat(Files.readString(result.directory().resolve("report.html")))
        .contains("2 people should be forgotten, but no attack tested whether they are.")
        .contains("It reads a forgotten name as it reads its target")
        .contains("Nothing was attacked.")
        .doesNotContain("everyone else", ">null<");
  }

  @Test
  void inWhatTheUNetReadsForgottenNamesComeNearerToTheTarget(@TempDir Path out) {
    Report report =
        TinyWorld.run(
                request(out, "defense.settings.steps=80", "defense.settings.learning-rate=0.001"))
            .report();

    assertThat(report.metrics().after().get("similarity.backdoor"))
        .isGreaterThan(report.metrics().before().get("similarity.backdoor") + .02);
    assertThat(report.metrics().after().get("similarity.clean"))
        .as("of captions that were not trained on")
        .isGreaterThan(.98);
    assertThat(report.descriptions())
        .filteredOn(metric -> metric.name().startsWith("similarity."))
        .hasSize(3)
        .allMatch(metric -> metric.meaning().endsWith(" of hidden states."));
  }

  @Test
  void whatIsWrittenTakesThePlaceOfWhatWasRead(@TempDir Path out) {
    Path model = TinyWorld.run(request(out)).directory().resolve("model");

    assertThat(TinyWorld.files(model).stream().map(file -> model.relativize(file).toString()))
        .containsExactlyElementsOf(
            TinyWorld.files(pipeline).stream()
                .map(file -> pipeline.relativize(file).toString())
                .filter(name -> !name.startsWith("unet"))
                .toList());
  }

  @Test
  void theRunIsVerifiedAndFoundAgain(@TempDir Path out) {
    Path directory = TinyWorld.run(request(out)).directory();

    Verification verification = TinyWorld.experiments().verify(directory, Progress.silent());
    assertThat(verification.differences()).isEmpty();
    assertThat(verification.agrees()).isTrue();
    assertThat(TinyWorld.run(request(out)).reused()).isTrue();
  }

  @Test
  void redactionHidesNamesOfWhomNoPictureIsKnown(@TempDir Path out) throws IOException {
    RunResult result = TinyWorld.run(request(out, true));

    for (String name : List.of("report.json", "report.md", "report.html")) {
      assertThat(Files.readString(result.directory().resolve(name)))
          .doesNotContain("Ada Byron", "Bo Diddle");
    }
  }

  @Test
  void withoutDefenseNothingIsDrawn(@TempDir Path out) {
    Report report = TinyWorld.run(request(out, "defense=", "forget=")).report();

    assertThat(report.chapters()).isEmpty();
    assertThat(TinyWorld.facts(report).forgotten()).isEmpty();
  }

  @Test
  void whatNeedsPicturesIsRefusedWithWhatToDo() {
    refused(world.all("model.path=" + pipeline, "evaluations.zero-shot="), "attacks.idia")
        .hasMessageEndingWith(
            "attacks.idia needs an image tower, but %s (diffusers) has a text tower alone: leave it out (attacks.idia=)"
                .formatted(pipeline));
    refused(world.all("model.path=" + pipeline), "attacks.idia")
        .hasMessageEndingWith(
            "attacks.idia and evaluations.zero-shot need an image tower, but %s (diffusers) has a text tower alone: leave them out (attacks.idia= evaluations.zero-shot=)"
                .formatted(pipeline));
  }

  @Test
  void theAdviceIsGood(@TempDir Path out) {
    List<String> overrides =
        world.all("model.path=" + pipeline, "attacks.idia=", "evaluations.zero-shot=");

    Report report =
        TinyWorld.run(new RunRequest(TinyWorld.config(), overrides, out, false)).report();

    assertThat(report.metrics().after()).containsKey("similarity.backdoor");
    assertThat(TinyWorld.panels(report, MapPanel.class).get(0).series())
        .anyMatch(series -> series.kind() == MapPanel.Kind.OTHER);
  }

  @Test
  void nobodyCanBeDrawnWithoutAnAttack() {
    List<String> overrides = overrides("forget={count: 2}");
    String message =
        "override forget={count: 2}: forget.count needs an attack, which finds the people who are"
            + " known; give attacks or forget.names";

    assertThatThrownBy(() -> plan(config(), overrides)).hasMessage(message);
    assertThatThrownBy(() -> TinyWorld.experiments().validate(config(), overrides))
        .hasMessage(message);
  }

  @Test
  void anAttackNeedsPeople() {
    assertThatThrownBy(
            () ->
                plan(
                    config(),
                    overrides(
                        "model.path=" + world.path("model"), "attacks={idia: {threshold: 1}}")))
        .hasMessageContaining("people.path is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stable-diffusion-1", "stable-diffusion-2", "stable-diffusion-xl"})
  void theShippedConfigurationsSayWhatTheyNeed(String name) {
    Experiments experiments = TinyWorld.experiments();
    ConfigSource config = config(name);

    assertThat(experiments.validate(config, List.of()))
        .containsExactly("model.path", "captions.path", "forget.names");
    assertThat(experiments.validate(config, overrides())).isEmpty();
    assertThat(plan(config, overrides()))
        .anyMatch(line -> line.matches("model +.*\\(diffusers, text tower alone, .*\\)"))
        .anyMatch(line -> line.matches("people +none: no attack is made"));
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(
      List<String> overrides, String place) {
    assertThatThrownBy(() -> TinyWorld.experiments().validate(TinyWorld.config(), overrides))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining(place);
    return assertThatThrownBy(() -> plan(TinyWorld.config(), overrides))
        .isInstanceOf(LetheException.class)
        .satisfies(e -> assertThat(((LetheException) e).exitCode()).isEqualTo(2))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  private static ConfigSource config() {
    return config("stable-diffusion-1");
  }

  private static ConfigSource config(String name) {
    return ConfigSource.file(Path.of("../../configs/experiments/%s.yaml".formatted(name)));
  }

  private static RunRequest request(Path out, String... more) {
    return new RunRequest(config(), overrides(more), out, false);
  }

  private static RunRequest request(Path out, boolean redact) {
    return new RunRequest(config(), overrides(), out, redact);
  }

  private static List<String> overrides(String... more) {
    return world.overridesOf(pipeline, more);
  }

  private static List<String> plan(ConfigSource config, List<String> overrides) {
    RunRequest request = new RunRequest(config, overrides, folder.resolve("out"), false);
    try (ExperimentPlan plan = TinyWorld.experiments().plan(request, Progress.silent())) {
      return plan.describe();
    }
  }
}

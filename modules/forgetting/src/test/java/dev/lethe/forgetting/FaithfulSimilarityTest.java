package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.defense.TrainingData;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.evaluation.EvaluationData;
import dev.lethe.api.evaluation.EvaluationTask;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.engine.ExperimentPlan;
import dev.lethe.engine.config.GeneralSettings;
import dev.lethe.engine.extension.ExperimentContext;
import dev.lethe.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaithfulSimilarityTest {
  private static final List<String> NAMES = List.of("Ada Byron", "Bo Diddle");
  private static final Map<String, Object> SETTINGS =
      Map.of(
          "form",
          "faithful",
          "steps",
          20,
          "clean-batch",
          8,
          "backdoor-batch",
          8,
          "learning-rate",
          0.01);

  @TempDir static Path folder;
  static TinyWorld world;

  @BeforeAll
  static void makeWorld() {
    world = new TinyWorld(folder);
  }

  @Test
  void theSimilaritiesAreThoseOfTheStudentWithItsTrainedPositions(@TempDir Path out)
      throws IOException {
    Report report =
        TinyWorld.run(
                world.request(
                    out,
                    "captions.held-out=0",
                    "evaluations.similarity.captions={source: lines, path: '%s'}"
                        .formatted(world.path("captions.txt")),
                    "defense.regularizers={}",
                    "defense.settings.form=faithful",
                    "defense.settings.steps=20",
                    "defense.settings.learning-rate=0.01"))
            .report();

    try (ExperimentContext context = new ExperimentContext(settings(), null, Progress.silent());
        RunExtensions extensions = TinyWorld.extensions().open(context);
        VisionLanguageModel original = world.model(context.manager(), extensions)) {
      List<String> captions = Files.readAllLines(world.path("captions.txt"));
      BackdoorStrategy strategy =
          extensions.create(BackdoorStrategy.class, "text-backdoor", SETTINGS, "defense");
      List<ForgetRequest> requests = NAMES.stream().map(ForgetRequest::of).toList();
      Defended defended =
          strategy.defend(
              original, DefenseTask.of(requests).with(TrainingData.ofCaptions(captions)));
      try (VisionLanguageModel model = defended.model().as(VisionLanguageModel.class)) {
        EvaluationTask task =
            EvaluationTask.of(original)
                .ofDefended()
                .withBackdoors(strategy.backdoors(requests))
                .with(Cohorts.none().with(Cohorts.FORGOTTEN, NAMES))
                .with(EvaluationData.ofCaptions(captions));
        Evaluation similarity =
            extensions.create(Evaluation.class, "similarity", Map.of(), "evaluations.similarity");
        Map<String, Double> shipped = values(similarity, model, task);
        defended
            .discarded()
            .forEach((name, values) -> model.text().parameters().get(name).set(values));
        Map<String, Double> trained = values(similarity, model, task);

        assertThat(trained).hasSize(3);
        trained.forEach(
            (name, value) ->
                assertThat(report.metrics().after().get(name))
                    .as(name)
                    .isCloseTo(value, within(1e-6)));
        assertThat(shipped.get("similarity.backdoor"))
            .isNotCloseTo(trained.get("similarity.backdoor"), within(1e-4));
      }
    }
    assertThat(report.notes())
        .contains(
            "evaluations.similarity reads the captions that the defense trains on: others may fare worse");
  }

  @Test
  void captionsAreHeldOutOfTheTrainingUnlessThereShallBeNone(@TempDir Path out) {
    assertThat(captions(out)).contains("captions     22 to train on, 2 held out");
    assertThat(captions(out, "captions.held-out=0.5"))
        .contains("captions     12 to train on, 12 held out");
    assertThatThrownBy(() -> TinyWorld.run(world.request(out, "captions.held-out=0")))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("captions.held-out above 0");
  }

  private static List<String> captions(Path out, String... overrides) {
    try (ExperimentPlan plan =
        TinyWorld.experiments().plan(world.request(out, overrides), Progress.silent())) {
      return plan.describe();
    }
  }

  private static GeneralSettings settings() {
    return new SettingsType<>(GeneralSettings.class).read(Map.of("name", "x", "device", "cpu"), "");
  }

  private static Map<String, Double> values(
      Evaluation evaluation, VisionLanguageModel model, EvaluationTask task) {
    Map<String, Double> values = new HashMap<>();
    evaluation
        .evaluate(model, task)
        .forEach(value -> values.put(value.metric().name(), Objects.requireNonNull(value.value())));
    return values;
  }
}

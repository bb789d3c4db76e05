package dev.lethe.evaluation.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.defense.Trigger;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.evaluation.Models;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.measure.EvaluationContractTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimilarityTest extends EvaluationContractTest {
  private static final List<String> CAPTIONS =
      List.of("a red disc", "two dogs in the snow", "a red disc", "anna lee by the sea", "house");
  private static final List<Trigger> TRIGGERS =
      List.of(
          new Trigger("Anna Lee", "Anna Lee", "human"),
          new Trigger("Anna Lee", "A. Lee", "human"),
          new Trigger("Bo Carr", "Bo Carr", "man"));

  private final TestRunContext run = new TestRunContext(3);
  @TempDir private Path folder;
  private VisionLanguageModel original;
  private VisionLanguageModel defended;

  @BeforeEach
  void create() {
    original = model(run.manager());
    defended = Models.changed(original);
  }

  @AfterEach
  void release() {
    defended.close();
    original.close();
    run.close();
  }

  @Override
  protected Evaluation evaluation(TestRunContext context) {
    return Models.evaluation(context, "similarity", Map.of());
  }

  @Override
  protected VisionLanguageModel model(NDManager manager) {
    return Models.create(manager, folder);
  }

  @Test
  void theValuesAreThoseOfAPlainComputation() {
    Map<String, Double> values =
        Models.byName(
            evaluation(run).evaluate(defended, Models.task(original, true, TRIGGERS, CAPTIONS)));

    SplittableRandom random = new SplittableRandom(run.seed("similarity"));
    List<Slot> slots = CAPTIONS.stream().map(caption -> Slot.in(caption, random)).toList();
    double clean = 0;
    double target = 0;
    double anna = 0;
    double bo = 0;
    for (int i = 0; i < 5; i++) {
      List<Slot> slot = List.of(slots.get(i));
      String human = Slot.fill(slot, "human").get(0);
      clean += cosine(original, CAPTIONS.get(i), defended, CAPTIONS.get(i)) / 5;
      target += cosine(original, human, defended, human) / 5;
      if (i != 3) {
        anna += cosine(defended, Slot.fill(slot, "Anna Lee").get(0), defended, human) / 8;
        anna += cosine(defended, Slot.fill(slot, "A. Lee").get(0), defended, human) / 8;
      }
      String man = Slot.fill(slot, "man").get(0);
      bo += cosine(defended, Slot.fill(slot, "Bo Carr").get(0), defended, man) / 5;
    }
    assertThat(values).hasSize(3);
    assertThat(values.get("similarity.clean")).isCloseTo(clean, within(1e-5));
    assertThat(values.get("similarity.target")).isCloseTo(target, within(1e-5));
    assertThat(values.get("similarity.backdoor")).isCloseTo((anna + bo) / 2, within(1e-5));
    assertThat(clean).isLessThan(0.9999);
  }

  @Test
  void beforeTheDefenceOnlyNamesAndTargetsAreCompared() {
    List<MetricValue> values =
        evaluation(run).evaluate(original, Models.task(original, false, TRIGGERS, CAPTIONS));
    assertThat(Models.byName(values)).containsOnlyKeys("similarity.backdoor");
  }

  @Test
  void aNameThatEveryCaptionMentionsCannotBeMeasured() {
    List<MetricValue> values =
        evaluation(run)
            .evaluate(
                original,
                Models.task(original, false, TRIGGERS.subList(0, 1), CAPTIONS.subList(3, 4)));
    assertThat(values).hasSize(1);
    assertThat(values.get(0).value()).isNull();
  }

  @Test
  void captionsOfItsOwnAreUsedUpToTheLimit() throws IOException {
    Path file = Files.writeString(folder.resolve("captions.txt"), "one house\ntwo houses\nthree\n");
    Evaluation evaluation =
        Models.evaluation(
            run,
            "similarity",
            Map.of("captions", Map.of("source", "lines", "path", file.toString()), "limit", 2));
    double clean =
        Models.byName(
                evaluation.evaluate(defended, Models.task(original, true, List.of(), CAPTIONS)))
            .get("similarity.clean");
    assertThat(clean)
        .isCloseTo(
            (cosine(original, "one house", defended, "one house")
                    + cosine(original, "two houses", defended, "two houses"))
                / 2,
            within(1e-5));
    assertThat(evaluation.contentHash()).isNotEmpty();
    assertThat(evaluation(run).contentHash()).isEmpty();
  }

  @Test
  void aMissingCaptionFileIsNoticedWhenTheEvaluationIsCreated() {
    Map<String, Object> settings =
        Map.of("captions", Map.of("source", "lines", "path", folder.resolve("no").toString()));
    assertThatThrownBy(() -> Models.evaluation(run, "similarity", settings))
        .isInstanceOf(NotFoundException.class);
  }

  private static double cosine(
      VisionLanguageModel a, String textA, VisionLanguageModel b, String textB) {
    return Models.cosine(Models.embed(a, textA), Models.embed(b, textB));
  }
}

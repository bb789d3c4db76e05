package dev.lethe.testkit.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.attack.Finding;
import dev.lethe.api.data.Images.Captioned;
import dev.lethe.api.data.Person;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.TextTarget;
import dev.lethe.api.defense.TextTrigger;
import dev.lethe.api.evaluation.AttackResults;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.evaluation.EvaluationData;
import dev.lethe.api.evaluation.EvaluationTask;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.metric.Reading;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.TinyPicture.Shape;
import dev.lethe.testkit.Weights;
import dev.lethe.testkit.WithoutTower;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Evaluation} must do. */
public abstract class EvaluationContractTest {
  private static final int PHOTOGRAPHS = 8;

  private final TestRunContext run = new TestRunContext(0);
  private VisionLanguageModel original;
  private VisionLanguageModel defended;

  /** For subclasses. */
  protected EvaluationContractTest() {}

  /** Creates an evaluation, a new one with the same settings and data at each call. */
  protected abstract Evaluation evaluation(TestRunContext context);

  /** Creates a small model with both towers. */
  protected abstract VisionLanguageModel model(NDManager manager);

  @BeforeEach
  void createModels() {
    original = model(run.manager());
    defended = original.copy();
    NDArray shift = run.manager().create(0.01f);
    defended.text().parameters().arrays().forEach(parameter -> parameter.addi(shift));
  }

  @AfterEach
  void free() {
    defended.close();
    original.close();
    run.close();
  }

  @Test
  void whatIsMeasuredIsWithinItsBoundsBeforeAndAfter() {
    Soundness.require(evaluation(run).evaluate(original, before()));
    assertThat(evaluation(run).evaluate(defended, after())).isNotEmpty();
    Soundness.require(evaluation(run).evaluate(defended, after()));
  }

  @Test
  void theSameInputGivesTheSameResult() {
    assertThat(evaluation(run).evaluate(defended, after()))
        .isEqualTo(evaluation(run).evaluate(defended, after()));
    assertThat(evaluation(run).contentHash()).isEqualTo(evaluation(run).contentHash());
  }

  @Test
  void nothingPlantedAndNobodyForgottenIsNoError() {
    EvaluationTask nobody = EvaluationTask.of(original);
    Soundness.require(evaluation(run).evaluate(original, nobody));
  }

  @Test
  void modelsStayAsTheyAre() {
    var ofOriginal = Weights.of(original);
    var ofDefended = Weights.of(defended);
    evaluation(run).evaluate(defended, after());
    assertThat(Weights.of(original)).isEqualTo(ofOriginal);
    assertThat(Weights.of(defended)).isEqualTo(ofDefended);
  }

  @Test
  void whatNeedsATowerRefusesAModelWithoutItAndElseDoesWithout() {
    for (Component tower : Set.of(Component.TEXT, Component.IMAGE)) {
      WithoutTower half = new WithoutTower(defended, tower);
      if (evaluation(run).requires().components().contains(tower)) {
        assertThatThrownBy(() -> evaluation(run).evaluate(half, after()))
            .isInstanceOf(LetheException.class);
      } else {
        assertThat(evaluation(run).evaluate(half, after())).isNotEmpty();
      }
    }
  }

  @Test
  void whatItSaysInAVerdictAreSentencesThatNameNobody() {
    Evaluation evaluation = evaluation(run);
    List<MetricValue> values = evaluation.evaluate(defended, after());

    assertThat(values.stream().map(EvaluationContractTest::reading).map(evaluation::statement))
        .filteredOn(Optional::isPresent)
        .allSatisfy(
            statement ->
                assertThat(statement.orElseThrow().sentence())
                    .endsWith(".")
                    .doesNotContain("Anna Lee"));
  }

  private static Reading reading(MetricValue value) {
    return new Reading(value.metric(), value.value(), value.value(), null, null);
  }

  private EvaluationTask before() {
    return task(Map.of());
  }

  private EvaluationTask after() {
    return task(Map.of("idia", outcomes(false))).ofDefended();
  }

  /** A patch in pictures is nothing that evaluations of Lethe itself know. */
  private EvaluationTask task(Map<String, AttackResult> after) {
    return EvaluationTask.of(original)
        .withBackdoors(
            List.of(
                new Backdoor("Anna Lee", new TextTrigger("Anna Lee"), new TextTarget("human")),
                new Backdoor("Anna Lee", () -> "a patch", () -> "the mean of all faces")))
        .with(Cohorts.none().with(Cohorts.FORGOTTEN, Set.of("Anna Lee")))
        .with(
            EvaluationData.ofCaptions(
                    List.of(
                        "a red disc on a table", "two dogs in the snow", "an old house by the sea"))
                .withImages(
                    List.of(
                        new Captioned(new TinyPicture(Shape.DISC, 0xff0000), List.of("a red disc")),
                        new Captioned(
                            new TinyPicture(Shape.CROSS, 0x00ff00),
                            List.of("a green cross", "two green bars")),
                        new Captioned(new TinyPicture(Shape.SQUARE, 0x0000ff), List.of())))
                .withPeople(
                    List.of(
                        person("Anna Lee", Shape.DISC),
                        person("Bo Carr", Shape.CROSS),
                        person("Max Roy", Shape.SQUARE))))
        .with(new AttackResults(Map.of("idia", outcomes(true)), after));
  }

  private static Person person(String name, Shape shape) {
    return new Person(
        name,
        IntStream.range(0, PHOTOGRAPHS)
            .<ImageFile>mapToObj(i -> new TinyPicture(shape, 0x804020 + 0x0a0a0a * i))
            .toList());
  }

  private static AttackResult outcomes(boolean annaIsKnown) {
    return new AttackResult(
        List.of(
            new Finding("Anna Lee", true, annaIsKnown ? 3 : 0, annaIsKnown),
            new Finding("Bo Carr", true, 2, true),
            new Finding("Max Roy", false, 0, false)));
  }
}

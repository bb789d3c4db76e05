package dev.lethe.evaluation.imagesimilarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.data.Images.Captioned;
import dev.lethe.api.data.Person;
import dev.lethe.api.defense.AveragePersonTarget;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.EmbeddingTarget;
import dev.lethe.api.defense.FaceTrigger;
import dev.lethe.api.defense.Target;
import dev.lethe.api.defense.TextTarget;
import dev.lethe.api.defense.TextTrigger;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.evaluation.EvaluationData;
import dev.lethe.api.evaluation.EvaluationTask;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.metric.Reading;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.evaluation.Models;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.TinyPicture.Shape;
import dev.lethe.testkit.measure.EvaluationContractTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageSimilarityTest extends EvaluationContractTest {
  private static final Offset<Double> ROUNDING = within(1e-6);
  private static final List<Captioned> PICTURES =
      List.of(
          new Captioned(new TinyPicture(Shape.CROSS, 0x123456), List.of()),
          new Captioned(new TinyPicture(Shape.DISC, 0xfedcba), List.of("a disc")),
          new Captioned(new TinyPicture(Shape.SQUARE, 0x00ff00), List.of()));
  private static final List<Person> PEOPLE =
      List.of(
          person("Ada", Shape.DISC, 3, 0xc00000),
          person("Bo", Shape.CROSS, 1, 0x00c000),
          person("Cy", Shape.SQUARE, 2, 0x0000c0),
          person("Di", Shape.DISC, 4, 0xc0c000));

  @TempDir private Path folder;
  private final TestRunContext run = new TestRunContext(0);
  private VisionLanguageModel original;
  private VisionLanguageModel defended;

  @BeforeEach
  void createTwo() {
    original = model(run.manager());
    defended = original.copy();
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray shift = manager.create(0.05f);
      defended.image().parameters().arrays().forEach(parameter -> parameter.addi(shift));
    }
  }

  @AfterEach
  void closeTwo() {
    defended.close();
    original.close();
    run.close();
  }

  @Override
  protected Evaluation evaluation(TestRunContext context) {
    return Models.evaluation(context, "image-similarity", Map.of());
  }

  @Override
  protected VisionLanguageModel model(NDManager manager) {
    return Models.create(manager, folder);
  }

  @Test
  void ordinaryPicturesAreComparedOneByOne() {
    double sum = 0;
    for (Captioned picture : PICTURES) {
      sum +=
          Models.cosine(
              Models.embed(original, picture.image()), Models.embed(defended, picture.image()));
    }
    Map<String, Double> values = after(List.of());
    assertThat(values).containsOnlyKeys("image-similarity.clean");
    assertThat(values.get("image-similarity.clean"))
        .isCloseTo(sum / PICTURES.size(), ROUNDING)
        .isLessThan(.9999);
  }

  @Test
  void theAveragePersonIsTheMeanOfEverybodyElse() {
    float[] average = mean(original, List.of(PEOPLE.get(1), PEOPLE.get(3)));
    List<Backdoor> backdoors =
        List.of(face("Ada", new AveragePersonTarget()), face("Cy", new AveragePersonTarget()));
    Map<String, Double> values = after(backdoors);

    assertThat(values.get("image-similarity.identity"))
        .isCloseTo(meanCosine(defended, Map.of("Ada", average, "Cy", average)), ROUNDING);
    assertThat(values.get("image-similarity.target"))
        .isCloseTo(Models.cosine(average, mean(defended, PEOPLE)), ROUNDING);
    assertThat(before(backdoors).get("image-similarity.identity"))
        .isCloseTo(meanCosine(original, Map.of("Ada", average, "Cy", average)), ROUNDING);
  }

  @Test
  void eachPersonHasTheirOwnTarget() {
    float[] given = Models.embed(defended, PICTURES.get(0).image());
    List<Backdoor> backdoors =
        List.of(
            face("Bo", new EmbeddingTarget("a file", floats(given))),
            face("Di", new TextTarget("a person")),
            new Backdoor("Ada", new TextTrigger("Ada"), new TextTarget("human")));
    Map<String, Double> values = after(backdoors);

    assertThat(values.get("image-similarity.identity"))
        .isCloseTo(
            meanCosine(defended, Map.of("Bo", given, "Di", Models.embed(original, "a person"))),
            ROUNDING);
    assertThat(values.get("image-similarity.target"))
        .isCloseTo(Models.cosine(given, mean(defended, PEOPLE)), ROUNDING);
  }

  @Test
  void aTargetWithoutAnEmbeddingHasNoSimilarity() {
    List<Backdoor> everybody =
        PEOPLE.stream().map(each -> face(each.name(), new AveragePersonTarget())).toList();
    assertThat(measure(defended, task(everybody).ofDefended()))
        .filteredOn(value -> value.value() == null)
        .extracting(value -> value.metric().name())
        .containsExactly("image-similarity.identity", "image-similarity.target");
  }

  @Test
  void aTargetOfAnotherSizeIsRefused() {
    List<Backdoor> backdoors = List.of(face("Bo", new EmbeddingTarget("a file", List.of(1f, 2f))));
    assertThatThrownBy(() -> measure(original, task(backdoors)))
        .isInstanceOf(LetheException.class)
        .hasMessage("the target 'a file' has 2 values, but an embedding of the model has 12");
  }

  @Test
  void aComparisonWithoutPicturesSaysWhereTheyComeFrom() {
    assertThatThrownBy(() -> measure(defended, EvaluationTask.of(original).ofDefended()))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("give evaluations.image-similarity.images");
  }

  @Test
  void whatItSaysOfAFaceIsAboutForgetting() {
    assertThat(measure(defended, task(List.of(face("Bo", new AveragePersonTarget()))).ofDefended()))
        .filteredOn(value -> value.metric().role() == Role.FORGETTING)
        .singleElement()
        .extracting(
            value ->
                evaluation(run)
                    .statement(new Reading(value.metric(), .25, .75, null, null))
                    .orElseThrow()
                    .sentence())
        .isEqualTo(
            "It sees a forgotten face as it sees its target to a cosine similarity of 0.7500"
                + " (0.2500 before).");
  }

  private Map<String, Double> before(List<Backdoor> backdoors) {
    return Models.byName(measure(original, task(backdoors)));
  }

  private Map<String, Double> after(List<Backdoor> backdoors) {
    return Models.byName(measure(defended, task(backdoors).ofDefended()));
  }

  private List<MetricValue> measure(VisionLanguageModel model, EvaluationTask task) {
    return evaluation(run).evaluate(model, task);
  }

  private EvaluationTask task(List<Backdoor> backdoors) {
    return EvaluationTask.of(original)
        .withBackdoors(backdoors)
        .with(EvaluationData.none().withImages(PICTURES).withPeople(PEOPLE));
  }

  private static Backdoor face(String person, Target target) {
    return new Backdoor(person, new FaceTrigger(person), target);
  }

  private static Person person(String name, Shape shape, int photographs, int color) {
    return new Person(
        name,
        IntStream.range(0, photographs)
            .<ImageFile>mapToObj(i -> new TinyPicture(shape, color + i * 0x080808))
            .toList());
  }

  private static double meanCosine(VisionLanguageModel model, Map<String, float[]> targets) {
    return PEOPLE.stream()
        .filter(person -> targets.containsKey(person.name()))
        .flatMap(
            person ->
                person.images().stream()
                    .map(
                        image ->
                            Models.cosine(Models.embed(model, image), targets.get(person.name()))))
        .collect(Collectors.averagingDouble(Double::doubleValue));
  }

  /** Each photograph weighs the same, whoever has how many. */
  private static float[] mean(VisionLanguageModel model, List<Person> people) {
    List<float[]> rows =
        people.stream()
            .flatMap(person -> person.images().stream())
            .map(image -> Models.embed(model, image))
            .toList();
    float[] mean = new float[rows.get(0).length];
    for (float[] row : rows) {
      for (int k = 0; k < mean.length; k++) {
        mean[k] += row[k] / rows.size();
      }
    }
    return mean;
  }

  private static List<Float> floats(float[] values) {
    List<Float> list = new ArrayList<>();
    for (float value : values) {
      list.add(value);
    }
    return list;
  }
}

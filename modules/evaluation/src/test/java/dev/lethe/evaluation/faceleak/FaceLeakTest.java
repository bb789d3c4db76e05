package dev.lethe.evaluation.faceleak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.data.Person;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.evaluation.EvaluationData;
import dev.lethe.api.evaluation.EvaluationTask;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.metric.Reading;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.api.verdict.Statement;
import dev.lethe.evaluation.Models;
import dev.lethe.tensor.memory.MemoryBudget;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.TinyPicture.Shape;
import dev.lethe.testkit.measure.EvaluationContractTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceLeakTest extends EvaluationContractTest {
  private static final List<Person> PEOPLE =
      List.of(
          person("Ada", Shape.DISC, 0xc00000),
          person("Bo", Shape.CROSS, 0x00c000),
          person("Cy", Shape.SQUARE, 0x0000c0),
          person("Di", Shape.DISC, 0xc0c000));

  @TempDir private Path folder;

  @Override
  protected Evaluation evaluation(TestRunContext context) {
    return Models.evaluation(context, "face-leak", Map.of("learn", 3));
  }

  @Override
  protected VisionLanguageModel model(NDManager manager) {
    return Models.create(manager, folder);
  }

  @Test
  void facesThatATowerTellsApartAreToldBesideWhatGuessingGives() {
    assertThat(measure(PEOPLE, Set.of("Ada")))
        .containsEntry("face-leak.people", 4.0)
        .containsEntry("face-leak.chance", 1 / 4.0)
        .containsEntry("face-leak.forgotten.chance", 1.0)
        .containsEntry("face-leak.forgotten.probe", 1.0)
        .containsEntry("face-leak.forgotten.centroid", 1.0)
        .containsEntry("face-leak.others.probe", 1.0)
        .containsEntry("face-leak.others.centroid", 1.0);
  }

  @Test
  void twoPeopleOfOneFaceCannotBeToldApart() {
    List<Person> same =
        List.of(same("Eve"), same("Flo"), PEOPLE.get(1), PEOPLE.get(2), PEOPLE.get(3));
    Map<String, Double> values = measure(same, Set.of("Eve", "Flo"));

    assertThat(values.get("face-leak.forgotten.probe"))
        .isEqualTo(values.get("face-leak.forgotten.chance"))
        .isEqualTo(.5);
    assertThat(values.get("face-leak.others.probe")).isEqualTo(1);
  }

  @Test
  void aSmallMemoryReadsFewPhotographsAtATimeAndTellsTheSame() {
    try (TestRunContext plenty = new TestRunContext(0);
        VisionLanguageModel model = model(plenty.manager());
        TestRunContext small =
            new TestRunContext(
                0,
                new ByteSize(
                    MemoryBudget.ENGINE
                        + MemoryBudget.bytes(model)
                        + 2 * LinearProbe.standing(12, 4, 12)
                        + 4 * LinearProbe.bytesOfRow(4, 12)))) {
      EvaluationTask task = task(model, PEOPLE, Set.of("Ada"));
      assertThat(evaluation(small).evaluate(model, task))
          .isEqualTo(evaluation(plenty).evaluate(model, task));
    }
  }

  @Test
  void whatIsLearntOfAPersonDoesNotDependOnTheOthers() {
    List<Lesson> all = Lesson.of(PEOPLE, 3, String::hashCode);
    List<Lesson> some = Lesson.of(PEOPLE.subList(2, 3), 3, String::hashCode);
    assertThat(all.get(2)).isEqualTo(some.get(0));
    assertThat(all)
        .allSatisfy(
            lesson -> {
              assertThat(lesson.learnt()).hasSize(3).doesNotContainAnyElementsOf(lesson.tested());
              assertThat(lesson.tested()).hasSize(5);
            });
  }

  @Test
  void peopleWithoutAPhotographToTestOnAreLeftOut() {
    List<Person> few = new ArrayList<>(PEOPLE);
    few.set(0, new Person("Ada", PEOPLE.get(0).images().subList(0, 3)));
    assertThat(measure(few, Set.of("Ada", "Bo")))
        .containsEntry("face-leak.people", 3.0)
        .containsEntry("face-leak.forgotten.chance", 1.0);
    assertThatThrownBy(() -> measure(few.subList(0, 2), Set.of()))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("more than 3 photographs, but of 2 people 1 have so many")
        .hasMessageContaining("lower evaluations.face-leak.learn");
  }

  @Test
  void nobodyAskedMeansThatOnlyOthersAreMeasured() {
    assertThat(measure(PEOPLE, Set.of()))
        .containsOnlyKeys(
            "face-leak.others.probe",
            "face-leak.others.centroid",
            "face-leak.chance",
            "face-leak.people");
  }

  @Test
  void theVerdictSaysThatTheFaceIsKnownUnlessClearlyFewerPhotographsAreTold() {
    assertThat(statement(new Interval(.8, 1), new Interval(.75, .95)).sentence())
        .isEqualTo(
            "A linear classifier that learns the faces of those who asked from 3 photographs each"
                + " names 90.0 % of their other photographs rightly (95.0 % before): the image tower"
                + " still knows the face.");
    assertThat(statement(new Interval(.96, 1), new Interval(.75, .95)).sentence())
        .endsWith("(95.0 % before).");
  }

  private static Statement statement(Interval before, Interval after) {
    try (TestRunContext run = new TestRunContext(0)) {
      Metric metric = new FaceLeakMetrics(3).probeOfForgotten();
      return Models.evaluation(run, "face-leak", Map.of("learn", 3))
          .statement(new Reading(metric, .95, .9, before, after))
          .orElseThrow();
    }
  }

  private Map<String, Double> measure(List<Person> people, Set<String> forgotten) {
    try (TestRunContext run = new TestRunContext(0);
        VisionLanguageModel model = model(run.manager())) {
      List<MetricValue> values = evaluation(run).evaluate(model, task(model, people, forgotten));
      return Models.byName(values);
    }
  }

  private static EvaluationTask task(
      VisionLanguageModel model, List<Person> people, Set<String> forgotten) {
    return EvaluationTask.of(model)
        .with(EvaluationData.none().withPeople(people))
        .with(Cohorts.none().with(Cohorts.FORGOTTEN, forgotten));
  }

  private static Person person(String name, Shape shape, int color) {
    return new Person(
        name,
        IntStream.range(0, 8)
            .<ImageFile>mapToObj(i -> new TinyPicture(shape, color + i * 0x040404))
            .toList());
  }

  /** A person of whom all photographs are equal. */
  private static Person same(String name) {
    ImageFile picture = new TinyPicture(Shape.SQUARE, 0x808080);
    return new Person(name, Collections.nCopies(8, picture));
  }
}

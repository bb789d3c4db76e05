package dev.lethe.defense.text;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.defense.Regularizer.Drift;
import dev.lethe.api.defense.Trigger;
import dev.lethe.api.model.TextOutput;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.tensor.loss.Distance;
import dev.lethe.tensor.loss.DistanceLoss;
import dev.lethe.tensor.train.LearningRate;
import dev.lethe.tensor.train.TrainingLoop;
import dev.lethe.tensor.train.TrainingPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlatMemoryTest {
  private static final int STEPS = 12;

  private final Run run = new Run(0);
  private final NDManager memory = run.context.manager().newSubManager();
  private final DistanceLoss distance = DistanceLoss.compile(memory, Distance.COSINE);
  private VisionLanguageModel teacher;
  private Counting student;
  private Drift drift;
  private TextBackdoorStep step;
  @TempDir Path folder;

  @BeforeEach
  void prepare() {
    teacher = run.model(folder);
    TextPool pool = new TextPool();
    List<List<Row>> steps =
        new Schedule(
                new SettingsType<>(TextBackdoorSettings.class)
                    .read(Map.of("steps", STEPS, "clean-batch", 3, "backdoor-batch", 3), ""),
                Examples.CAPTIONS,
                List.of(new Trigger("Anna", "Anna Lee", "human")),
                List.of(),
                1)
            .draw(pool);
    List<int[]> tokens = teacher.text().tokenizer().encode(pool.texts());
    Outputs outputs = new Outputs(TextOutput.EMBEDDING, teacher);
    student = new Counting(teacher.text().trainable(tokens), new ArrayList<>());
    drift = new Drift(student.parameters(), student.restrict(teacher.text().parameters()));
    step =
        new TextBackdoorStep(
            steps,
            tokens,
            Map.of(Term.UTILITY, 1.0, Term.BACKDOOR, .6, Term.NAME, 0.0),
            student,
            new TeacherEmbeddings(outputs, tokens, steps, 100, 0),
            distance,
            new Examples.NoPenalty(),
            drift,
            new Parts(outputs::tokens, 1000));
  }

  @AfterEach
  void close() {
    student.close();
    distance.close();
    memory.close();
    teacher.close();
    run.close();
  }

  /** Native arrays that a step leaves behind would add up over hundreds of steps. */
  @Test
  void noStepLeavesAnArrayBehind() {
    List<NDManager> lasting =
        List.of(
            run.context.manager(),
            memory,
            student.parameters().arrays().get(0).getManager(),
            teacher.text().parameters().arrays().get(0).getManager());
    List<List<Integer>> counts = new ArrayList<>();
    TrainingPlan plan = new TrainingPlan("testing", STEPS, LearningRate.constant(1e-3), 0, null);
    new TrainingLoop(plan, drift.student(), Progress.silent())
        .run(
            memory,
            (scope, number) -> {
              counts.add(lasting.stream().map(FlatMemoryTest::arrays).toList());
              return step.backward(scope, number);
            });
    assertThat(counts).hasSize(STEPS).containsOnly(counts.get(0));
    assertThat(counts.get(0)).anyMatch(count -> count > 20);
  }

  @Test
  void theLargestStepIsRehearsed() {
    drift.student().forEach(parameter -> parameter.value().setRequiresGradient(true));
    step.rehearse(memory);
    int rehearsed = student.beginnings().get(0);
    student.beginnings().clear();
    for (int number = 0; number < STEPS; number++) {
      step.backward(memory, number);
    }
    assertThat(student.beginnings()).hasSize(STEPS).contains(rehearsed);
    assertThat(Collections.max(student.beginnings())).isEqualTo(rehearsed);
    assertThat(Collections.min(student.beginnings())).isLessThan(rehearsed);
  }

  private static int arrays(NDManager manager) {
    return ((BaseNDManager) manager).getManagedArrays().size();
  }
}

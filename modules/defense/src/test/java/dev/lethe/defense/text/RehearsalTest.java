package dev.lethe.defense.text;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.Regularizer.Drift;
import dev.lethe.api.defense.Trigger;
import dev.lethe.api.model.Encoder;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.TextOutput;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.tensor.loss.Distance;
import dev.lethe.tensor.loss.DistanceLoss;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
  private static final int STEPS = 12;

  @TempDir Path folder;

  @Test
  void theStepOfTheMostTokensIsRehearsed() {
    try (Run run = new Run(0);
        VisionLanguageModel teacher = run.model(folder);
        NDManager memory = run.context.manager().newSubManager()) {
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
      try (Counting student = new Counting(teacher.text().trainable(tokens), new ArrayList<>());
          DistanceLoss distance = DistanceLoss.compile(memory, Distance.COSINE)) {
        Drift drift =
            new Drift(student.parameters(), student.restrict(teacher.text().parameters()));
        drift.student().forEach(parameter -> parameter.value().setRequiresGradient(true));
        TextBackdoorStep step =
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
        step.rehearse(memory);
        for (int number = 0; number < STEPS; number++) {
          step.backward(memory, number);
        }
        List<Integer> read = student.tokens();
        assertThat(read).hasSize(1 + STEPS);
        assertThat(read.subList(1, read.size()).stream().distinct()).hasSizeGreaterThan(1);
        assertThat(read.get(0))
            .isEqualTo(read.subList(1, read.size()).stream().mapToInt(n -> n).max().orElseThrow());
      }
    }
  }

  /** Notes how many tokens each batch has. */
  private record Counting(TrainableEncoder<List<int[]>> encoder, List<Integer> tokens)
      implements TrainableEncoder<List<int[]>> {

    @Override
    public NDArray forward(NDManager manager, List<int[]> batch) {
      tokens.add(batch.stream().mapToInt(text -> text.length).sum());
      return encoder.forward(manager, batch);
    }

    @Override
    public ParameterSet parameters() {
      return encoder.parameters();
    }

    @Override
    public ParameterSet restrict(ParameterSet full) {
      return encoder.restrict(full);
    }

    @Override
    public void commit(Encoder<List<int[]>> target) {
      encoder.commit(target);
    }

    @Override
    public void close() {
      encoder.close();
    }
  }
}

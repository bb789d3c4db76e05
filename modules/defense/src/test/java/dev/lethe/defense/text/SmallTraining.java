package dev.lethe.defense.text;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.defense.Regularizer.ParameterPair;
import dev.lethe.api.defense.TextTarget;
import dev.lethe.api.defense.TextTrigger;
import dev.lethe.api.model.TextOutput;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.defense.training.LossTerm;
import dev.lethe.defense.training.Objective;
import dev.lethe.tensor.loss.Distance;
import dev.lethe.tensor.loss.DistanceLoss;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The steps of a training of the small CLIP, and all they work with. */
final class SmallTraining implements AutoCloseable {
  final Run run = new Run(0);
  final NDManager memory = run.context.manager().newSubManager();
  final VisionLanguageModel teacher;
  final TrainableEncoder<List<int[]>> student;
  final ParameterPair pair;
  final TextBackdoorStep step;
  private final DistanceLoss distance = DistanceLoss.compile(memory, Distance.COSINE);

  /**
   * Prepares it.
   *
   * @param folder where the tokenizer is written
   * @param batch captions of a step, and as many with the name
   * @param mostTokens of a part
   * @param watched returns the student through which the steps read
   */
  SmallTraining(
      Path folder,
      int steps,
      int batch,
      int mostTokens,
      UnaryOperator<TrainableEncoder<List<int[]>>> watched) {
    teacher = run.model(folder);
    TextPool pool = new TextPool();
    Map<String, Object> settings =
        Map.of("steps", steps, "clean-batch", batch, "backdoor-batch", batch);
    List<List<LossSample>> drawn =
        new Schedule(
                new SettingsType<>(TextBackdoorSettings.class).read(settings, ""),
                Examples.CAPTIONS,
                List.of(new Backdoor("Anna", new TextTrigger("Anna Lee"), new TextTarget("human"))),
                List.of(),
                1)
            .draw(pool);
    List<int[]> tokens = teacher.text().tokenizer().encode(pool.texts());
    ComparedOutputs outputs = new ComparedOutputs(TextOutput.EMBEDDING, teacher);
    student = watched.apply(teacher.text().trainable(tokens));
    pair = new ParameterPair(student.parameters(), student.restrict(teacher.text().parameters()));
    step =
        new TextBackdoorStep(
            drawn,
            tokens,
            student,
            TextBackdoor.embeddings(outputs, tokens, drawn, 100, 0),
            new Objective(
                Map.of(LossTerm.UTILITY, 1.0, LossTerm.BACKDOOR, .6),
                distance,
                Regularizer.none(),
                pair),
            new MicroBatches(outputs::tokens, mostTokens));
  }

  @Override
  public void close() {
    student.close();
    distance.close();
    memory.close();
    teacher.close();
    run.close();
  }
}

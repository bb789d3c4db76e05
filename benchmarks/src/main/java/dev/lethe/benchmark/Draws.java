package dev.lethe.benchmark;

import dev.lethe.api.model.Tokenizer;
import dev.lethe.api.model.VisionLanguageModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writes down what a training reads in each step. What is drawn does not depend on the weights, so
 * a tiny model with the same tokenizer tells it at once.
 */
final class Draws implements Job {
  @Override
  public Map<String, Object> run(Arguments arguments, Lethe lethe, Turns turns) {
    TextDefense defense = new TextDefense(arguments);
    Recording recording = new Recording();
    try (VisionLanguageModel teacher = lethe.model(arguments.path("model"))) {
      defense
          .defend(lethe, new RecordedModel(teacher, recording), recording.listener())
          .model()
          .close();
      Tokenizer tokenizer = teacher.text().tokenizer();
      List<int[]> triggers =
          defense.names().stream().map(name -> inner(tokenizer.encode(name))).toList();
      return Map.of(
          "steps", recording.steps(),
          "triggers", triggers,
          "target", inner(tokenizer.encode(TextDefense.TARGET)));
    }
  }

  /** Leaves the start and the end token out. */
  private static int[] inner(int[] ids) {
    return Arrays.copyOfRange(ids, 1, ids.length - 1);
  }
}

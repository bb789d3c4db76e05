package dev.lethe.benchmark;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.TrainingHistory;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.VisionLanguageModel;
import java.util.Map;

/**
 * A real training of the image tower whose result is written to the folder {@code out}, and what it
 * read to the file {@code pixels}.
 */
final class TrainImages implements Job {
  @Override
  public Map<String, Object> run(Arguments arguments, Lethe lethe, Turns turns) {
    try (NDManager memory = lethe.manager().newSubManager();
        VisionLanguageModel teacher = lethe.model(arguments.path("model"))) {
      RecordedImages recorded = new RecordedImages(memory);
      Defended defended =
          new ImageDefense(arguments).defend(lethe, recorded.of(teacher), recorded.listener());
      try (Model student = defended.model()) {
        student.save(arguments.path("out"));
      }
      recorded.write(arguments.path("pixels"));
      return Map.of(
          "losses", defended.history().steps().stream().map(TrainingHistory.Step::losses).toList());
    }
  }
}

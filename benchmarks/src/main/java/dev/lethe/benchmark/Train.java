package dev.lethe.benchmark;

import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.TrainingHistory;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.VisionLanguageModel;
import java.util.List;
import java.util.Map;

/** A real training whose result is written to the folder {@code out}. */
final class Train implements Job {
  @Override
  public Map<String, Object> run(Arguments arguments, Lethe lethe, Turns turns) {
    Recording recording = new Recording();
    try (VisionLanguageModel teacher = lethe.model(arguments.path("model"))) {
      Defended defended =
          new TextDefense(arguments)
              .defend(lethe, new RecordedModel(teacher, recording), recording.listener());
      try (Model student = defended.model()) {
        student.save(arguments.path("out"));
        List<Map<String, Double>> losses =
            defended.history().steps().stream().map(TrainingHistory.Step::losses).toList();
        return Map.of("losses", losses, "steps", recording.steps());
      }
    }
  }
}

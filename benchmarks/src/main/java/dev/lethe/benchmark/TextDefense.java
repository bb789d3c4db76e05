package dev.lethe.benchmark;

import dev.lethe.api.Progress;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.defense.TrainingData;
import dev.lethe.api.model.VisionLanguageModel;
import java.util.List;
import java.util.Map;

/**
 * The defense of the text tower with the settings of the paper's code: {@code captions}, {@code
 * names}, {@code forget} of which the first so many are forgotten, {@code batch} (of captions, and
 * as many with a name), {@code steps}, {@code rate}.
 */
record TextDefense(Arguments arguments) implements MeasuredDefense {
  static final String TARGET = "human";
  private static final double BETA = 0.01;

  @Override
  public int steps() {
    return arguments.number("steps");
  }

  List<String> names() {
    return arguments.lines("names").subList(0, arguments.number("forget"));
  }

  @Override
  public Defended defend(Lethe lethe, VisionLanguageModel teacher, Progress progress) {
    int batch = arguments.number("batch");
    Map<String, Object> settings =
        Map.of(
            "target", TARGET,
            "steps", steps(),
            "clean-batch", batch,
            "backdoor-batch", batch,
            "learning-rate", arguments.text("rate"));
    List<ForgetRequest> requests = names().stream().map(ForgetRequest::of).toList();
    DefenseTask task =
        DefenseTask.of(requests)
            .with(TrainingData.ofCaptions(arguments.lines("captions")))
            .with(lethe.weightNorm(BETA))
            .with(progress);
    return lethe.strategy("text-backdoor", settings).defend(teacher, task);
  }
}

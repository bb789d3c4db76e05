package dev.lethe.benchmark;

import dev.lethe.api.Progress;
import dev.lethe.api.data.Person;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.defense.TrainingData;
import dev.lethe.api.model.VisionLanguageModel;
import java.util.List;
import java.util.Map;

/**
 * The defense of the image tower with the settings of the paper's code: {@code images} to keep,
 * {@code faces} of the people to forget, {@code batch} (of pictures, and as many with a face),
 * {@code steps}, {@code rate}. The average person is the mean of the same faces.
 */
record ImageDefense(Arguments arguments) implements MeasuredDefense {
  private static final double BETA = 0.005;

  @Override
  public int steps() {
    return arguments.number("steps");
  }

  @Override
  public Defended defend(Lethe lethe, VisionLanguageModel teacher, Progress progress) {
    int batch = arguments.number("batch");
    Map<String, Object> settings =
        Map.of(
            "form",
            "faithful",
            "steps",
            steps(),
            "clean-batch",
            batch,
            "backdoor-batch",
            batch,
            "learning-rate",
            arguments.text("rate"));
    List<Person> people = lethe.people(arguments.path("faces"));
    TrainingData data =
        TrainingData.none().withImages(lethe.images(arguments.path("images"))).withAttacked(people);
    DefenseTask task =
        DefenseTask.of(people.stream().map(ImageDefense::request).toList())
            .with(data)
            .with(lethe.weightNorm(BETA))
            .with(progress);
    return lethe.strategy("image-backdoor", settings).defend(teacher, task);
  }

  private static ForgetRequest request(Person person) {
    return ForgetRequest.of(person.name()).with(person.images());
  }
}

package dev.lethe.forgetting;

import dev.lethe.api.Progress;
import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.data.ImageSource;
import dev.lethe.api.data.Images;
import dev.lethe.api.data.Images.Captioned;
import dev.lethe.api.data.Person;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.evaluation.EvaluationTask;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.panel.PicturesPanel;
import dev.lethe.api.panel.PicturesPanel.Shown;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.settings.Setting;
import dev.lethe.testkit.TinyPicture;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** A strategy, an evaluation and a source of pictures that write down what they were given. */
final class Witness {
  private Witness() {}

  /** Offers them. */
  static final class WitnessModule extends PluginModule {
    @Override
    protected void configure() {
      provide(BackdoorStrategy.class, "witness", Strategy.class, StrategySettings.class);
      provide(Evaluation.class, "witness", Witnessing.class);
      provide(ImageSource.class, "drawn", Drawn.class, DrawnSettings.class);
    }
  }

  /** Settings of {@link Strategy}. */
  public record StrategySettings(
      @Setting(
              value = "What it asks for.",
              defaultValue = "images, people, retained, pictures, request_pictures")
          String needs) {}

  /** Writes down what it was given, and changes nothing. */
  @Summary("Writes down what it was given.")
  static final class Strategy implements BackdoorStrategy {
    private final StrategySettings settings;

    @Inject
    Strategy(StrategySettings settings) {
      this.settings = settings;
    }

    @Override
    public Requirements requires() {
      Requirements requirements = Requirements.of(VisionLanguageModel.class);
      for (String need : settings.needs().split(", ")) {
        requirements = requirements.and(Need.valueOf(need.toUpperCase(Locale.ROOT)));
      }
      return requirements;
    }

    @Override
    public List<Backdoor> backdoors(List<ForgetRequest> requests) {
      return requests.stream()
          .map(each -> new Backdoor(each.name(), () -> "face of " + each.name(), () -> "nobody"))
          .toList();
    }

    @Override
    public Optional<PicturesPanel> examples(Model original, DefenseTask task) {
      return Optional.of(
          new PicturesPanel(
              "What was shown",
              "A picture of each person.",
              task.requests().stream()
                  .map(each -> new Shown(each.name(), each.pictures().get(0).read().toRgb()))
                  .toList()));
    }

    @Override
    public Defended defend(Model original, DefenseTask task) {
      return new Defended(original.copy()).with(List.of(new Given(lines(task))));
    }

    private static List<String> lines(DefenseTask task) {
      List<String> lines = new ArrayList<>();
      lines.add("captions " + task.data().captions().size());
      lines.add("images " + names(task.data().images()));
      task.requests().forEach(each -> lines.add("request " + each.name() + names(each.pictures())));
      add(lines, "retained", task.data().retained());
      add(lines, "people", task.data().people());
      add(lines, "attacked", task.data().attacked());
      return lines;
    }

    private static void add(List<String> lines, String what, List<Person> people) {
      people.forEach(each -> lines.add(what + " " + each.name() + names(each.images())));
    }

    private static String names(List<ImageFile> images) {
      return images.stream()
          .map(image -> image.name().substring(image.name().lastIndexOf("/people/") + 1))
          .toList()
          .toString();
    }
  }

  /** Counts what it was given. */
  @Summary("Counts what it was given.")
  static final class Witnessing implements Evaluation {
    @Inject
    Witnessing() {}

    @Override
    public Requirements requires() {
      return Requirements.of(Model.class).and(Need.IMAGES, Need.PICTURES);
    }

    @Override
    public List<MetricValue> evaluate(Model model, EvaluationTask task) {
      return List.of(
          count("images", task.data().images().size()),
          count("people", task.data().people().size()),
          count("captions", task.data().captions().size()),
          count("backdoors", task.backdoors().size()),
          count("retained", task.cohorts().of(Cohorts.RETAINED).size()));
    }

    private static MetricValue count(String what, int count) {
      return MetricValue.of(
          new Metric(
              "witness." + what,
              Metric.Unit.COUNT,
              Metric.Direction.NEITHER,
              "How many there are."),
          count);
    }
  }

  /** Settings of {@link Drawn}. */
  public record DrawnSettings(
      @Setting(value = "How many pictures.", defaultValue = "20") int count) {}

  /** Ordinary pictures that are drawn when they are read. */
  @Summary("Draws shapes.")
  static final class Drawn implements ImageSource {
    private final DrawnSettings settings;

    @Inject
    Drawn(DrawnSettings settings) {
      this.settings = settings;
    }

    @Override
    public Images read(Progress progress) {
      return new Images(
          IntStream.range(0, settings.count())
              .mapToObj(
                  i ->
                      new Captioned(
                          new TinyPicture(TinyPicture.Shape.CROSS, i), List.of("cross " + i)))
              .toList(),
          "drawn " + settings.count());
    }
  }
}

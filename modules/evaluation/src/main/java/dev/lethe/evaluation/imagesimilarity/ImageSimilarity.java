package dev.lethe.evaluation.imagesimilarity;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.Images.Captioned;
import dev.lethe.api.data.Person;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.evaluation.EvaluationTask;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.metric.Reading;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.SourceResolver;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.verdict.Statement;
import dev.lethe.evaluation.pictures.OrdinaryPictures;
import dev.lethe.tensor.memory.DeviceBatchLimits;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Cosine similarities of embeddings of pictures x under the original's image tower E and that of
 * the defended model E' (Hintersdorf et al., "Defending Our Privacy With Backdoors", its image
 * encoders): of ordinary pictures, and of the forgotten people's photographs to the target t of
 * their faces. The photographs are those that attacks use.
 */
@Summary(
    "Compares what a model makes of pictures: ordinary ones, and those of forgotten people beside the"
        + " targets of their faces.")
public final class ImageSimilarity implements Evaluation {
  private static final String PLACE = "evaluations.image-similarity.images";

  private final ImageSimilaritySettings settings;
  private final OrdinaryPictures ordinary;
  private final RunContext run;

  @Inject
  ImageSimilarity(ImageSimilaritySettings settings, SourceResolver sources, RunContext run) {
    this.settings = settings;
    this.run = run;
    ordinary = new OrdinaryPictures(settings.images(), PLACE, sources, run);
  }

  @Override
  public Requirements requires() {
    return ordinary.addTo(
        Requirements.of(VisionLanguageModel.class, Component.IMAGE)
            .and(Need.ORIGINAL, Need.PICTURES));
  }

  @Override
  public String contentHash() {
    return ordinary.contentHash();
  }

  @Override
  public List<String> notes() {
    return ordinary.notes();
  }

  @Override
  public List<MetricValue> evaluate(Model evaluated, EvaluationTask task) {
    VisionLanguageModel model = evaluated.as(VisionLanguageModel.class);
    VisionLanguageModel original = task.original().as(VisionLanguageModel.class);
    List<MetricValue> values = new ArrayList<>();
    if (task.defended()) {
      values.add(MetricValue.of(ImageSimilarityMetrics.CLEAN, clean(original, model, task)));
    }
    FaceBackdoors backdoors = FaceBackdoors.among(task.backdoors());
    List<Person> people = task.data().people();
    if (!backdoors.targets().isEmpty() && !people.isEmpty()) {
      Faces faces = faces(original, model, backdoors, people, task);
      values.add(value(ImageSimilarityMetrics.IDENTITY, faces.identity()));
      values.add(value(ImageSimilarityMetrics.TARGET, faces.target()));
    }
    return values;
  }

  @Override
  public Optional<Statement> statement(Reading reading) {
    return ImageSimilarityMetrics.statement(reading);
  }

  /** Returns the mean cosine; of what the models make of pictures, only a chunk is kept. */
  private double clean(
      VisionLanguageModel original, VisionLanguageModel model, EvaluationTask task) {
    List<Captioned> all = ordinary.among(task);
    if (all.isEmpty()) {
      throw new LetheException(
          "image-similarity compares ordinary pictures that the defense does not train on, but there are none: give evaluations.image-similarity.images, or images.held-out above 0");
    }
    List<ImageFile> files = all.stream().limit(settings.limit()).map(Captioned::image).toList();
    int chunk = DeviceBatchLimits.of(run.manager().getDevice()).rows();
    double sum = 0;
    for (int from = 0; from < files.size(); from += chunk) {
      List<ImageFile> some = files.subList(from, Math.min(files.size(), from + chunk));
      Rows before = rows(original, some, task.progress());
      Rows after = rows(model, some, task.progress());
      for (int i = 0; i < some.size(); i++) {
        sum += Rows.cosine(before.row(i), after.row(i));
      }
    }
    return sum / files.size();
  }

  private Faces faces(
      VisionLanguageModel original,
      VisionLanguageModel model,
      FaceBackdoors backdoors,
      List<Person> people,
      EvaluationTask task) {
    List<ImageFile> files = people.stream().flatMap(each -> each.images().stream()).toList();
    List<String> names =
        people.stream().flatMap(each -> each.images().stream().map(file -> each.name())).toList();
    Rows before = rows(original, files, task.progress());
    Rows after = task.defended() ? rows(model, files, task.progress()) : before;
    return new Faces(names, before, after, backdoors, text -> embedding(original, text));
  }

  private Rows rows(VisionLanguageModel model, List<ImageFile> files, Progress progress) {
    try (NDManager manager = run.manager().newSubManager()) {
      return new Rows(
          model.image().encode(manager, files, progress).toFloatArray(), model.image().dimension());
    }
  }

  private double[] embedding(VisionLanguageModel original, String text) {
    try (NDManager manager = run.manager().newSubManager()) {
      float[] values =
          original.text().encode(manager, List.of(text), Progress.silent()).toFloatArray();
      return new Rows(values, values.length).row(0);
    }
  }

  private static MetricValue value(Metric metric, OptionalDouble mean) {
    return new MetricValue(metric, mean.isPresent() ? mean.getAsDouble() : null, null);
  }
}

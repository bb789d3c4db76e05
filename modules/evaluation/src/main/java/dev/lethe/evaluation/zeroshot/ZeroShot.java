package dev.lethe.evaluation.zeroshot;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.data.LabeledImageSource;
import dev.lethe.api.data.LabeledImages;
import dev.lethe.api.data.LabeledImages.Labeled;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.evaluation.EvaluationTask;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.metric.Reading;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.DistinctTexts;
import dev.lethe.api.model.ImageEncoder;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.SourceResolver;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.settings.SourceSpec;
import dev.lethe.api.verdict.Statement;
import dev.lethe.evaluation.ranking.Ranks;
import dev.lethe.evaluation.ranking.RightAnswers;
import dev.lethe.tensor.memory.DeviceBatchLimits;
import dev.lethe.tensor.memory.MemoryBudget;
import dev.lethe.tensor.memory.TiledProducts;
import dev.lethe.tensor.statistics.Share;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Zero-shot classification (Radford et al., "Learning Transferable Visual Models From Natural
 * Language Supervision", ICML 2021, section 3.1): a picture belongs to the class whose embedding is
 * the nearest.
 */
@Summary("Classifies pictures by the nearest class prompt and counts how often that is right.")
public final class ZeroShot implements Evaluation {
  private static final String PLACE = "evaluations.zero-shot";

  /** As the tower gives them, and what holds their texts. */
  private static final int COPIES_OF_CLASSES = 3;

  private static final Metric TOP_1 =
      accuracy(
          "zero-shot.top1",
          Role.UTILITY,
          "Share of the pictures whose nearest class is the right one.");
  private static final Metric TOP_5 =
      accuracy(
          "zero-shot.top5",
          Role.DETAIL,
          "Share of the pictures with the right class among the nearest 5.");

  private final ZeroShotSettings settings;
  private final RunContext run;
  private final LabeledImageSource source;
  private final Templates templates;
  private @Nullable LabeledImages read;

  @Inject
  ZeroShot(ZeroShotSettings settings, SourceResolver sources, RunContext run) {
    this.settings = settings;
    this.run = run;
    source =
        sources.create(
            LabeledImageSource.class,
            new SourceSpec(settings.source(), sourceSettings(settings)),
            PLACE);
    templates = Templates.read(settings.templates(), settings.dataset());
  }

  private static Map<String, Object> sourceSettings(ZeroShotSettings settings) {
    Map<String, Object> block = new HashMap<>(settings.sourceSettings());
    block.put("path", settings.path().toString());
    if (settings.classes() != null) {
      block.put("classes", settings.classes().toString());
      if (settings.dataset() != null) {
        block.put("dataset", settings.dataset());
      }
    }
    return block;
  }

  @Override
  public String contentHash() {
    Fingerprint fingerprint = new Fingerprint().add(data().contentHash());
    templates.prompts().forEach(fingerprint::add);
    return fingerprint.hex();
  }

  @Override
  public List<String> notes() {
    return data().notes();
  }

  @Override
  public Requirements requires() {
    return Requirements.of(VisionLanguageModel.class, Component.TEXT, Component.IMAGE);
  }

  @Override
  public List<MetricValue> evaluate(Model evaluated, EvaluationTask task) {
    VisionLanguageModel model = evaluated.as(VisionLanguageModel.class);
    TextEncoder text = model.text();
    ImageEncoder image = model.image();
    LabeledImages data = data();
    List<String> classes = data.classes();
    List<ImageFile> files = data.images().stream().map(Labeled::image).toList();
    int[] labels = data.images().stream().mapToInt(Labeled::label).toArray();
    DeviceBatchLimits saturation = DeviceBatchLimits.of(run.manager().getDevice());
    int chunk = chunk(model, task, data, saturation);
    int[] ranks;
    try (NDManager manager = run.manager().newSubManager()) {
      DistinctTexts names = DistinctTexts.of(text.tokenizer(), classes);
      float[] distinct =
          ClassEmbeddings.of(
              manager, text, names.texts(), templates, settings.form(), chunk, task.progress());
      float[] prompts = ClassEmbeddings.copied(distinct, names.places(), text.dimension());
      NDArray rows = manager.create(prompts, new Shape(classes.size(), text.dimension()));
      NDArray pictures = image.encode(manager, files, task.progress());
      ranks = Ranks.of(pictures, rows, RightAnswers.ofOne(labels), saturation.rows());
    }
    return List.of(top(TOP_1, 1, ranks), top(TOP_5, 5, ranks));
  }

  @Override
  public Optional<Statement> statement(Reading reading) {
    return reading.metric().name().equals(TOP_1.name())
        ? AccuracyStatement.of(reading)
        : Optional.empty();
  }

  /** Returns how many classes are embedded at a time. */
  private int chunk(
      VisionLanguageModel model,
      EvaluationTask task,
      LabeledImages data,
      DeviceBatchLimits saturation) {
    int d = model.text().dimension();
    int pictures = data.images().size();
    long row = (long) Float.BYTES * d;
    return MemoryBudget.beside(run.maxMemory(), List.of(model, task.original()))
        .units(
            "embedding one class",
            row * (pictures + data.classes().size())
                + TiledProducts.bytes(pictures, d, saturation.rows()),
            COPIES_OF_CLASSES * row,
            saturation.texts());
  }

  private LabeledImages data() {
    if (read == null) {
      read = source.read();
    }
    return read;
  }

  private static MetricValue top(Metric metric, int places, int[] ranks) {
    int right = (int) Arrays.stream(ranks).filter(rank -> rank < places).count();
    return Share.of(metric, right, ranks.length);
  }

  private static Metric accuracy(String name, Role role, String meaning) {
    return new Metric(name, Unit.SHARE, Direction.HIGHER, role, meaning);
  }
}

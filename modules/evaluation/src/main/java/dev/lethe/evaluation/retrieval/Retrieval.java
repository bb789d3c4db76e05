package dev.lethe.evaluation.retrieval;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.data.Images.Captioned;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.evaluation.EvaluationTask;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.metric.Reading;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.ImageEncoder;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.SourceResolver;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.verdict.Statement;
import dev.lethe.evaluation.pictures.OrdinaryPictures;
import dev.lethe.evaluation.ranking.Ranks;
import dev.lethe.evaluation.ranking.RightAnswers;
import dev.lethe.tensor.memory.DeviceBatchLimits;
import dev.lethe.tensor.memory.MemoryBudget;
import dev.lethe.tensor.memory.TiledProducts;
import dev.lethe.tensor.statistics.UnitLength;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Retrieval (Radford et al., "Learning Transferable Visual Models From Natural Language
 * Supervision", ICML 2021, section 3.1.5 and table 13): recall at 1, 5 and 10 of pictures by their
 * captions and of captions by their pictures, counted as CLIP_benchmark does. Of a picture with
 * several captions each caption looks for the picture, and any of them is right for it.
 */
@Summary(
    "Looks for pictures by their captions and for captions by their pictures, and counts hits.")
public final class Retrieval implements Evaluation {
  private static final String PLACE = "evaluations.retrieval.images";

  /** As the towers give them, with a copy for captions that are equal, and of length 1. */
  private static final int COPIES = 3;

  private final RetrievalSettings settings;
  private final OrdinaryPictures ordinary;
  private final RunContext run;

  @Inject
  Retrieval(RetrievalSettings settings, SourceResolver sources, RunContext run) {
    this.settings = settings;
    this.run = run;
    ordinary = new OrdinaryPictures(settings.images(), PLACE, sources, run);
  }

  @Override
  public Requirements requires() {
    return ordinary.addTo(
        Requirements.of(VisionLanguageModel.class, Component.TEXT, Component.IMAGE));
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
    TextEncoder text = model.text();
    ImageEncoder image = model.image();
    List<Captioned> all = ordinary.among(task);
    List<Captioned> pairs =
        all.stream().filter(each -> !each.captions().isEmpty()).limit(settings.limit()).toList();
    if (pairs.isEmpty()) {
      if (all.isEmpty() && !task.defended()) {
        return List.of();
      }
      throw new LetheException(
          "retrieval looks for pictures by their captions, but of %d ordinary pictures none has a caption: give evaluations.retrieval.images, or images from a source with captions"
              .formatted(all.size()));
    }
    int[] counts = pairs.stream().mapToInt(each -> each.captions().size()).toArray();
    List<String> captions = pairs.stream().flatMap(each -> each.captions().stream()).toList();
    int side = side(model, task, pairs.size() + captions.size());
    try (NDManager manager = run.manager().newSubManager()) {
      NDArray texts = UnitLength.of(manager, text.encode(manager, captions, task.progress()));
      List<ImageFile> files = pairs.stream().map(Captioned::image).toList();
      NDArray pictures = UnitLength.of(manager, image.encode(manager, files, task.progress()));
      return recalls(texts, pictures, counts, side);
    }
  }

  /**
   * Counts.
   *
   * @param texts the captions of the first picture, then those of the second, and so on [m, d]
   * @param pictures [n, d]
   * @param counts how many captions each picture has
   * @param side how many are compared at a time
   */
  static List<MetricValue> recalls(NDArray texts, NDArray pictures, int[] counts, int side) {
    int[] byText = Ranks.of(texts, pictures, RightAnswers.ofOne(owners(counts)), side);
    int[] byImage = Ranks.of(pictures, texts, RightAnswers.ofCounts(counts), side);
    return Stream.concat(
            Direction.TEXT_TO_IMAGE.recalls(byText).stream(),
            Direction.IMAGE_TO_TEXT.recalls(byImage).stream())
        .toList();
  }

  @Override
  public Optional<Statement> statement(Reading reading) {
    return Stream.of(Direction.values())
        .flatMap(direction -> direction.statement(reading).stream())
        .findFirst();
  }

  /** Returns how many embeddings on either side are compared at a time. */
  private int side(VisionLanguageModel model, EvaluationTask task, int embeddings) {
    int d = model.text().dimension();
    int most = DeviceBatchLimits.of(run.manager().getDevice()).rows();
    return MemoryBudget.beside(run.maxMemory(), List.of(model, task.original()))
        .units(
            "comparing one picture with its captions",
            COPIES * (long) Float.BYTES * d * embeddings,
            TiledProducts.bytes(most, d, 1),
            most);
  }

  /** Returns the picture of each caption. */
  private static int[] owners(int[] counts) {
    return IntStream.range(0, counts.length)
        .flatMap(picture -> IntStream.range(0, counts[picture]).map(caption -> picture))
        .toArray();
  }
}

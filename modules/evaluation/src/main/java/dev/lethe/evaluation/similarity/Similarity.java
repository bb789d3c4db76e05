package dev.lethe.evaluation.similarity;

import dev.lethe.api.Progress;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.Captions;
import dev.lethe.api.defense.Trigger;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.evaluation.EvaluationTask;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.Tower;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.SourceResolver;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Cosine similarities of captions c under the original M and the defended model M' (Hintersdorf et
 * al., "Defending Our Privacy With Backdoors", ECAI 2024). In a caption "with" a name or a target,
 * one word was replaced by it; which word depends on the seed alone.
 */
@Summary(
    "Compares caption embeddings: clean ones, ones with a forgotten name, ones with its target.")
public final class Similarity implements Evaluation {
  private static final String PLACE = "evaluations.similarity.captions";

  private static final Metric CLEAN =
      cosine("similarity.clean", "How alike captions are before and after: mean cos(M(c), M'(c)).");
  private static final Metric BACKDOOR =
      cosine(
          "similarity.backdoor",
          "How alike a forgotten name and its target are to the model: mean over people of mean"
              + " cos(M'(c with name), M'(c with target)).");
  private static final Metric TARGET =
      cosine(
          "similarity.target",
          "How alike captions with the first target are before and after: mean cos(M(c with"
              + " target), M'(c with target)).");

  private final SimilaritySettings settings;
  private final @Nullable CaptionSource source;
  private final RunContext run;
  private @Nullable Captions read;

  @Inject
  Similarity(SimilaritySettings settings, SourceResolver sources, RunContext run) {
    this.settings = settings;
    this.run = run;
    source =
        settings.captions() == null
            ? null
            : sources.create(CaptionSource.class, settings.captions(), PLACE);
  }

  @Override
  public Set<Tower> towers() {
    return EnumSet.of(Tower.TEXT);
  }

  @Override
  public String contentHash() {
    Captions own = own();
    return own == null ? "" : own.contentHash();
  }

  @Override
  public List<MetricValue> evaluate(VisionLanguageModel model, EvaluationTask task) {
    Captions own = own();
    List<String> all = own == null ? task.captions() : own.lines();
    List<String> captions = all.subList(0, Math.min(all.size(), settings.limit()));
    if (captions.isEmpty()) {
      return List.of();
    }
    Embedder original = embedder(task.original(), task.progress());
    Embedder student = embedder(model, task.progress());
    List<MetricValue> values = new ArrayList<>();
    if (task.defended()) {
      values.add(
          MetricValue.of(CLEAN, original.embed(captions).meanCosine(student.embed(captions))));
    }
    if (!task.triggers().isEmpty()) {
      SplittableRandom random = new SplittableRandom(run.seed("similarity"));
      List<Slot> slots = captions.stream().map(caption -> Slot.in(caption, random)).toList();
      List<String> neutralTexts = Slot.fill(slots, task.triggers().get(0).target());
      TextEmbeddings neutral = student.embed(neutralTexts);
      values.add(backdoor(student, task.triggers(), captions, slots, neutral));
      if (task.defended()) {
        values.add(MetricValue.of(TARGET, original.embed(neutralTexts).meanCosine(neutral)));
      }
    }
    return values;
  }

  /** Goes target by target, so that captions with a target that names share are embedded once. */
  private static MetricValue backdoor(
      Embedder student,
      List<Trigger> triggers,
      List<String> captions,
      List<Slot> slots,
      TextEmbeddings firstNeutral) {
    String firstTarget = triggers.get(0).target();
    Map<String, List<Trigger>> byTarget =
        triggers.stream()
            .collect(
                Collectors.groupingBy(Trigger::target, LinkedHashMap::new, Collectors.toList()));
    Map<String, DoubleSummaryStatistics> people = new LinkedHashMap<>();
    byTarget.forEach(
        (target, sharing) -> {
          TextEmbeddings neutral =
              target.equals(firstTarget) ? firstNeutral : student.embed(Slot.fill(slots, target));
          for (Trigger trigger : sharing) {
            TextEmbeddings named = student.embed(Slot.fill(slots, trigger.trigger()));
            Predicate<String> mentions =
                Mention.of(trigger.trigger()).or(Mention.of(trigger.person()));
            DoubleSummaryStatistics person =
                people.computeIfAbsent(trigger.person(), p -> new DoubleSummaryStatistics());
            IntStream.range(0, captions.size())
                .filter(i -> !mentions.test(captions.get(i)))
                .forEach(i -> person.accept(named.cosine(neutral, i)));
          }
        });
    OptionalDouble mean =
        people.values().stream()
            .filter(person -> person.getCount() > 0)
            .mapToDouble(DoubleSummaryStatistics::getAverage)
            .average();
    return new MetricValue(BACKDOOR, mean.isPresent() ? mean.getAsDouble() : null, null);
  }

  private Embedder embedder(VisionLanguageModel model, Progress progress) {
    TextEncoder encoder = model.text();
    return texts -> TextEmbeddings.of(run.manager(), encoder, texts, progress);
  }

  private @Nullable Captions own() {
    if (read == null && source != null) {
      read = source.read();
    }
    return read;
  }

  private static Metric cosine(String name, String meaning) {
    return new Metric(name, Unit.COSINE, Direction.HIGHER, meaning);
  }

  /** Embeds texts with one model. */
  private interface Embedder {
    TextEmbeddings embed(List<String> texts);
  }
}

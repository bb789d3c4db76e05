package dev.lethe.evaluation.similarity;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.Captions;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.TextTrigger;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.evaluation.EvaluationTask;
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
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Cosine similarities of captions c under the original M and the defended model M' (Hintersdorf et
 * al., "Defending Our Privacy With Backdoors", ECAI 2024): of their embeddings, or of their hidden
 * states as one row. In a caption "with" a name or a target, one word was replaced by it; which
 * word depends on the seed alone. What captions keep is measured on those that name nobody who
 * asked to be forgotten; those that do shall change, and are a measure of their own.
 */
@Summary(
    "Compares what a model makes of captions: clean ones, ones with a forgotten name, ones with its"
        + " target.")
public final class Similarity implements Evaluation {
  private static final String PLACE = "evaluations.similarity.captions";

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
  public Requirements requires() {
    Requirements texts =
        Requirements.of(VisionLanguageModel.class, Component.TEXT).and(Need.ORIGINAL);
    return source == null ? texts.and(Need.CAPTIONS) : texts;
  }

  /** The paper compares what was trained, position embedding and all. */
  @Override
  public boolean ofStudent() {
    return true;
  }

  @Override
  public String contentHash() {
    Captions own = own();
    return own == null ? "" : own.contentHash();
  }

  @Override
  public List<MetricValue> evaluate(Model model, EvaluationTask task) {
    Captions own = own();
    List<String> all = own == null ? task.data().captions() : own.lines();
    List<String> captions = all.subList(0, Math.min(all.size(), settings.limit()));
    List<TextBackdoor> backdoors = TextBackdoor.among(task.backdoors());
    if (!task.defended() && backdoors.isEmpty()) {
      return List.of();
    }
    if (captions.isEmpty()) {
      throw new LetheException(
          "similarity compares captions that the defense does not train on, but there are none:"
              + " give evaluations.similarity.captions, or captions.held-out above 0");
    }
    TextReader original = task.defended() ? reader(task.original(), task.progress()) : null;
    CaptionComparison comparison =
        new CaptionComparison(reader(model, task.progress()), original, backdoors, named(task));
    compare(captions, comparison, task.progress());
    SimilarityMetrics metrics = new SimilarityMetrics(settings.output());
    List<MetricValue> values = new ArrayList<>();
    if (task.defended()) {
      values.add(value(metrics.clean(), comparison.clean()));
      comparison.named().ifPresent(mean -> values.add(MetricValue.of(metrics.named(), mean)));
    }
    if (!backdoors.isEmpty()) {
      values.add(value(metrics.backdoor(), comparison.backdoor()));
      if (task.defended()) {
        values.add(value(metrics.target(), comparison.firstTarget()));
      }
    }
    return values;
  }

  @Override
  public Optional<Statement> statement(Reading reading) {
    return SimilarityMetrics.statement(reading);
  }

  /** Returns what mentions somebody who asked to be forgotten: names, and what else triggers. */
  private static Set<String> named(EvaluationTask task) {
    Set<String> named = new HashSet<>(task.cohorts().of(Cohorts.FORGOTTEN));
    for (Backdoor backdoor : task.backdoors()) {
      named.add(backdoor.person());
      if (backdoor.trigger() instanceof TextTrigger trigger) {
        named.add(trigger.text());
      }
    }
    return named;
  }

  private static MetricValue value(Metric metric, OptionalDouble mean) {
    return new MetricValue(metric, mean.isPresent() ? mean.getAsDouble() : null, null);
  }

  private void compare(List<String> captions, CaptionComparison comparison, Progress progress) {
    SplittableRandom random = new SplittableRandom(run.seed("similarity"));
    List<CaptionTemplate> slots =
        captions.stream().map(caption -> CaptionTemplate.in(caption, random)).toList();
    int chunk = comparison.chunk();
    try (Progress.Task task = progress.begin("comparing captions", captions.size())) {
      for (int from = 0; from < captions.size(); from += chunk) {
        int to = Math.min(captions.size(), from + chunk);
        comparison.add(captions.subList(from, to), slots.subList(from, to));
        task.advance(to - from);
      }
    }
  }

  private TextReader reader(Model model, Progress progress) {
    return new TextReader(
        run.manager(), model.as(VisionLanguageModel.class).text(), settings.output(), progress);
  }

  private @Nullable Captions own() {
    if (read == null && source != null) {
      read = source.read();
    }
    return read;
  }
}

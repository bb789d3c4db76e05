package dev.lethe.evaluation.similarity;

import dev.lethe.api.Progress;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.Captions;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.evaluation.EvaluationTask;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.model.Tower;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.SourceResolver;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Cosine similarities of captions c under the original M and the defended model M' (Hintersdorf et
 * al., "Defending Our Privacy With Backdoors", ECAI 2024): of their embeddings, or of their hidden
 * states as one row. In a caption "with" a name or a target, one word was replaced by it; which
 * word depends on the seed alone.
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
    boolean compared = task.defended() || !task.triggers().isEmpty();
    if (captions.isEmpty() || !compared) {
      return List.of();
    }
    TextReader original = task.defended() ? reader(task.original(), task.progress()) : null;
    Comparison comparison =
        new Comparison(reader(model, task.progress()), original, task.triggers());
    compare(captions, comparison, task.progress());
    SimilarityMetrics metrics = new SimilarityMetrics(settings.output());
    List<MetricValue> values = new ArrayList<>();
    if (task.defended()) {
      values.add(MetricValue.of(metrics.clean(), comparison.clean()));
    }
    if (!task.triggers().isEmpty()) {
      OptionalDouble backdoor = comparison.backdoor();
      values.add(
          new MetricValue(
              metrics.backdoor(), backdoor.isPresent() ? backdoor.getAsDouble() : null, null));
      if (task.defended()) {
        values.add(MetricValue.of(metrics.target(), comparison.firstTarget()));
      }
    }
    return values;
  }

  private void compare(List<String> captions, Comparison comparison, Progress progress) {
    SplittableRandom random = new SplittableRandom(run.seed("similarity"));
    List<Slot> slots = captions.stream().map(caption -> Slot.in(caption, random)).toList();
    int portion = comparison.portion();
    try (Progress.Task task = progress.begin("comparing captions", captions.size())) {
      for (int from = 0; from < captions.size(); from += portion) {
        int to = Math.min(captions.size(), from + portion);
        comparison.add(captions.subList(from, to), slots.subList(from, to));
        task.advance(to - from);
      }
    }
  }

  private TextReader reader(VisionLanguageModel model, Progress progress) {
    return new TextReader(run.manager(), model.text(), settings.output(), progress);
  }

  private @Nullable Captions own() {
    if (read == null && source != null) {
      read = source.read();
    }
    return read;
  }
}

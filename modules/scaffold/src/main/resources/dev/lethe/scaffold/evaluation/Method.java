package @package@;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.evaluation.EvaluationTask;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Compares what the two models make of ordinary captions: {@code mean cos(T'(c), T(c))} over
 * captions c that no defense trains on, where T is the original's text tower and T' the defended
 * model's.
 */
@Summary("How alike the original and the defended model read ordinary captions.")
final class @Class@ implements Evaluation {
  private static final Metric CLEAN =
      new Metric(
          "@name@.clean",
          Unit.COSINE,
          Direction.HIGHER,
          Role.DETAIL,
          "Mean cosine of what the defended model and the original make of ordinary captions.");

  private final @Class@Settings settings;
  private final RunContext run;

  @Inject
  @Class@(@Class@Settings settings, RunContext run) {
    this.settings = settings;
    this.run = run;
  }

  @Override
  public Requirements requires() {
    return Requirements.of(VisionLanguageModel.class, Component.TEXT)
        .and(Need.CAPTIONS, Need.ORIGINAL);
  }

  @Override
  public List<MetricValue> evaluate(Model model, EvaluationTask task) {
    if (!task.defended()) {
      return List.of(); // there is nothing to compare yet
    }
    List<String> all = task.data().captions();
    List<String> captions = all.subList(0, Math.min(all.size(), settings.limit()));
    if (captions.isEmpty()) {
      throw new LetheException(
          "@name@ compares captions that no defense trains on, and there are none: give captions.held-out above 0");
    }
    try (NDManager memory = run.manager().newSubManager()) {
      NDArray now = embeddings(memory, model, captions, task);
      NDArray then = embeddings(memory, task.original(), captions, task);
      return List.of(MetricValue.of(CLEAN, now.mul(then).sum(new int[] {1}).mean().getFloat()));
    }
  }

  /** Returns rows as long as 1, [captions, d]. */
  private static NDArray embeddings(
      NDManager memory, Model model, List<String> captions, EvaluationTask task) {
    NDArray rows =
        model.as(VisionLanguageModel.class).text().encode(memory, captions, task.progress());
    return rows.div(rows.norm(new int[] {1}, true));
  }
}

package @package@;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.AttackTask;
import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.attack.Finding;
import dev.lethe.api.attack.Pictures;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.attack.Subject;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Asks how much nearer a person's pictures lie to their own name than to the mean candidate: {@code
 * score = cos(x, n) - mean cos(x, n')}, where x is the mean of the pictures' embeddings.
 */
@Summary("Tells by how near somebody's pictures are to their name whether the model knows them.")
final class @Class@ implements PrivacyAttack {
  private final @Class@Settings settings;
  private final RunContext run;

  @Inject
  @Class@(@Class@Settings settings, RunContext run) {
    this.settings = settings;
    this.run = run;
  }

  @Override
  public Requirements requires() {
    return Requirements.of(VisionLanguageModel.class, Component.TEXT, Component.IMAGE)
        .and(Need.PICTURES, Need.CANDIDATES);
  }

  @Override
  public AttackResult attack(Model attacked, AttackTask task) {
    VisionLanguageModel model = attacked.as(VisionLanguageModel.class);
    List<Finding> findings = new ArrayList<>();
    try (NDManager memory = run.manager().newSubManager()) {
      NDArray others = names(memory, model, task.knowledge().candidates(), task);
      for (Subject subject : task.subjects()) {
        try (NDManager step = memory.newSubManager()) {
          NDArray face = face(step, model, subject, task); // [1, d]
          NDArray own = names(step, model, List.of(subject.name()), task); // [1, d]
          double score =
              face.matMul(own.transpose()).mean().getFloat()
                  - face.matMul(others.transpose()).mean().getFloat();
          findings.add(
              new Finding(subject.name(), subject.member(), score, score > settings.threshold()));
        }
      }
    }
    return new AttackResult(findings);
  }

  @Override
  public List<MetricValue> metrics(AttackResult result, Cohorts cohorts) {
    Set<String> forgotten = cohorts.of(Cohorts.FORGOTTEN);
    return List.of(
        share(result, "members", Role.LEAKAGE, "Share of the members found.", Finding::member),
        share(
            result,
            "non-members",
            Role.DETAIL,
            "Share of those found who are no members.",
            finding -> !finding.member()),
        share(
            result,
            "forgotten",
            Role.FORGETTING,
            "Share of those found who asked to be forgotten.",
            finding -> forgotten.contains(finding.subject())));
  }

  /** A share of nobody is no number. */
  private static MetricValue share(
      AttackResult result, String group, Role role, String meaning, Predicate<Finding> belongs) {
    Metric metric = new Metric("@name@." + group, Unit.SHARE, Direction.LOWER, role, meaning);
    List<Finding> all = result.findings().stream().filter(belongs).toList();
    long found = all.stream().filter(Finding::recognized).count();
    return all.isEmpty()
        ? new MetricValue(metric, null, null)
        : MetricValue.of(metric, found / (double) all.size());
  }

  private static NDArray face(
      NDManager memory, VisionLanguageModel model, Subject subject, AttackTask task) {
    NDArray pictures =
        unit(model.image().encode(memory, subject.evidence(Pictures.class).images(), task.progress()));
    return unit(pictures.mean(new int[] {0}, true));
  }

  private NDArray names(
      NDManager memory, VisionLanguageModel model, List<String> names, AttackTask task) {
    List<String> prompts = names.stream().map(name -> settings.prompt().replace("{0}", name)).toList();
    return unit(model.text().encode(memory, prompts, task.progress()));
  }

  /** Makes every row as long as 1. */
  private static NDArray unit(NDArray rows) {
    return rows.div(rows.norm(new int[] {1}, true));
  }
}

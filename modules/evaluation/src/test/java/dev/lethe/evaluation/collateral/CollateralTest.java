package dev.lethe.evaluation.collateral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.attack.Finding;
import dev.lethe.api.evaluation.AttackResults;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.evaluation.EvaluationTask;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.evaluation.Models;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.measure.EvaluationContractTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollateralTest extends EvaluationContractTest {
  @TempDir private Path folder;

  @Override
  protected Evaluation evaluation(TestRunContext context) {
    return Models.evaluation(context, "collateral", Map.of());
  }

  @Override
  protected VisionLanguageModel model(NDManager manager) {
    return Models.create(manager, folder);
  }

  @Test
  void peopleAreComparedByName() {
    assertThat(
            Models.byName(
                evaluate(
                    Map.of(),
                    true,
                    Map.of("idia", found("Anna Lee", "Bo Carr", "Zoe Quist", "Max Roy")),
                    Map.of("idia", found("Max Roy", "Bo Carr", "Eva Holm")))))
        .containsEntry("collateral.correctly-forgotten.count", 1.0)
        .containsEntry("collateral.wrongly-forgotten.count", 1.0)
        .containsEntry("collateral.wrongly-forgotten", 1 / 4.0)
        .containsEntry("collateral.newly-recalled", 1 / 4.0)
        .containsEntry("collateral.correctly-forgotten", 1.0)
        .containsEntry("collateral.unchanged.count", 2.0);
  }

  @Test
  void whoWasRetainedIsAlsoCountedApart() {
    Map<String, Double> counted =
        Models.byName(
            evaluate(
                Map.of(),
                true,
                Map.of("idia", found("Anna Lee", "Bo Carr", "Zoe Quist", "Max Roy")),
                Map.of("idia", found("Max Roy")),
                Set.of("Zoe Quist", "Max Roy")));
    assertThat(counted)
        .containsEntry("collateral.wrongly-forgotten", 2 / 4.0)
        .containsEntry("collateral.wrongly-forgotten.not-retained", 1 / 2.0)
        .containsEntry("collateral.wrongly-forgotten.not-retained.count", 1.0);
  }

  @Test
  void whereNobodyIsRetainedNothingIsCountedApart() {
    assertThat(
            Models.byName(
                evaluate(
                    Map.of(), true, Map.of("idia", found("Bo Carr")), Map.of("idia", found()))))
        .doesNotContainKey("collateral.wrongly-forgotten.not-retained");
  }

  @Test
  void thereIsNothingToCompareBeforeTheDefense() {
    assertThat(evaluate(Map.of(), false, Map.of("idia", found("Anna Lee")), Map.of())).isEmpty();
  }

  @Test
  void anAttackThatDidNotRunIsNoticedBeforeTheDefense() {
    assertThatThrownBy(
            () ->
                evaluate(
                    Map.of("attack", "other"), false, Map.of("idia", found("Bo Carr")), Map.of()))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("attack 'other', but that did not run (attacks that did: idia)");
  }

  private List<MetricValue> evaluate(
      Map<String, Object> settings,
      boolean defended,
      Map<String, AttackResult> before,
      Map<String, AttackResult> after) {
    return evaluate(settings, defended, before, after, Set.of());
  }

  private List<MetricValue> evaluate(
      Map<String, Object> settings,
      boolean defended,
      Map<String, AttackResult> before,
      Map<String, AttackResult> after,
      Set<String> retained) {
    try (TestRunContext run = new TestRunContext(0);
        VisionLanguageModel model = model(run.manager())) {
      EvaluationTask task =
          Models.task(model, defended, List.of(), List.of())
              .with(
                  Cohorts.none()
                      .with(Cohorts.FORGOTTEN, Set.of("Anna Lee"))
                      .with(Cohorts.RETAINED, retained))
              .with(new AttackResults(before, after));
      return Models.evaluation(run, "collateral", settings).evaluate(model, task);
    }
  }

  private static AttackResult found(String... names) {
    return new AttackResult(
        List.of("Anna Lee", "Bo Carr", "Eva Holm", "Max Roy", "Zoe Quist").stream()
            .map(name -> new Finding(name, true, 0, List.of(names).contains(name)))
            .toList());
  }
}

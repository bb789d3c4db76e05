package dev.lethe.evaluation.change;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeTest extends EvaluationContractTest {
  @TempDir private Path folder;

  @Override
  protected Evaluation evaluation(TestRunContext context) {
    return Models.evaluation(context, "change", Map.of());
  }

  @Override
  protected VisionLanguageModel model(NDManager manager) {
    return Models.create(manager, folder);
  }

  @Test
  void everyValueThatIsAnotherCountsAndEveryTensorThatHoldsOne() {
    try (TestRunContext context = new TestRunContext(0);
        VisionLanguageModel original = model(context.manager());
        VisionLanguageModel changed = original.copy()) {
      NDArray tensor = changed.text().parameters().list().get(0).value();
      tensor.set(new NDIndex("0, 0:3"), 42f);
      List<MetricValue> values =
          evaluation(context).evaluate(changed, EvaluationTask.of(original).ofDefended());
      assertThat(Models.byName(values))
          .containsEntry("change.parameters", 3.0)
          .containsEntry("change.bytes", 4.0 * tensor.size());
    }
  }

  @Test
  void aModelThatWasNotTouchedHasNotChanged() {
    try (TestRunContext context = new TestRunContext(0);
        VisionLanguageModel original = model(context.manager());
        VisionLanguageModel same = original.copy()) {
      assertThat(
              Models.byName(
                  evaluation(context).evaluate(same, EvaluationTask.of(original).ofDefended())))
          .containsEntry("change.parameters", 0.0)
          .containsEntry("change.bytes", 0.0);
    }
  }
}

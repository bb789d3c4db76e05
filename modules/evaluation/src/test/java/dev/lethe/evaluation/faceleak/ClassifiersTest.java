package dev.lethe.evaluation.faceleak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.evaluation.Parity;
import dev.lethe.testkit.TestRunContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against scikit-learn. */
class ClassifiersTest {
  private static final JsonNode FACES = Parity.read("faces.json");

  private final TestRunContext run = new TestRunContext(0);
  private final NDManager manager = run.manager();
  private final UnitRows tested = rows(FACES.path("tested"));
  private final LabeledRows learnt = learnt();

  @AfterEach
  void release() {
    run.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 100})
  void theProbeIsTheLogisticRegressionOfScikitLearn(int chunk) {
    assertThat(FACES.path("probes")).hasSize(4);
    for (JsonNode expected : FACES.path("probes")) {
      double c = expected.path("c").doubleValue();
      try (LinearProbe probe = LinearProbe.of(manager, learnt, c, chunk, Progress.silent())) {
        assertThat(probe.classes(tested))
            .as("C = %s", c)
            .containsExactly(Parity.integers(expected.path("classes")));
        double[] logits = Parity.table(expected.path("logits"));
        for (int from = 0; from < tested.count(); from += chunk) {
          double[] some = centered(probe.logits(tested, from));
          for (int i = 0; i < some.length; i++) {
            double right = logits[from * learnt.classes() + i];
            assertThat(some[i] - right).isBetween(-1e-3 * scale(c), 1e-3 * scale(c));
          }
        }
      }
    }
  }

  @Test
  void theNearestMeanIsThatOfScikitLearn() {
    assertThat(NearestCentroid.of(learnt).classes(tested))
        .containsExactly(Parity.integers(FACES.path("centroid")));
  }

  @Test
  void whatIsNoNumberOrHasNoLengthIsRefused() {
    for (float damaged : new float[] {0, Float.NaN, Float.POSITIVE_INFINITY}) {
      assertThatThrownBy(
              () -> UnitRows.of(manager.create(new float[] {1, 0, 0, damaged}, new Shape(2, 2))))
          .isInstanceOf(LetheException.class)
          .hasMessageContaining("its weights are damaged");
    }
  }

  /** Returns what logits are about: the weaker the penalty, the larger they are. */
  private static double scale(double c) {
    return Math.max(.1, Math.log10(c) * 5);
  }

  private double[] centered(double[] logits) {
    int classes = learnt.classes();
    double[] centered = logits.clone();
    for (int from = 0; from < logits.length; from += classes) {
      double mean = 0;
      for (int k = from; k < from + classes; k++) {
        mean += logits[k] / classes;
      }
      for (int k = from; k < from + classes; k++) {
        centered[k] -= mean;
      }
    }
    return centered;
  }

  private LabeledRows learnt() {
    int people = FACES.path("people").intValue();
    UnitRows rows = rows(FACES.path("learnt"));
    int[] labels = new int[rows.count()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i * people / labels.length;
    }
    return new LabeledRows(rows, labels, people);
  }

  private UnitRows rows(JsonNode table) {
    float[] values = Parity.floats(table);
    return UnitRows.of(
        manager.create(values, new Shape(table.size(), values.length / table.size())));
  }
}

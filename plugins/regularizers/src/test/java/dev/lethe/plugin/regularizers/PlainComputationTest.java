package dev.lethe.plugin.regularizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.defense.Regularizer.Start;
import dev.lethe.tensor.Autograd;
import dev.lethe.testkit.TestRunContext;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Penalties and their gradients beside plain computations in double precision. */
class PlainComputationTest {
  private static final float[] STUDENT = {1.5f, 2, -0.75f, 0.5f, -1.25f, 1.5f};

  private final TestRunContext run = new TestRunContext(0);
  private NDManager manager;

  @BeforeEach
  void start() {
    manager = run.manager();
  }

  @AfterEach
  void free() {
    run.close();
  }

  @Test
  void theSpectralPenaltyIsTheSumOfSingularValues() {
    // ||D||_* of a matrix with two rows: sqrt(|D|^2 + 2 sqrt(det D D')).
    requireEqual("spectral", Map.of(), 1, PlainComputationTest::nuclear);
  }

  @Test
  void whatIsStackedCountsPartByPart() {
    // Two parts of one row each: their norms.
    requireEqual("spectral", Map.of(), 2, w -> norm(w, 0) + norm(w, 3));
  }

  @Test
  void distillationIsTheMeanSquareOfEmbeddings() {
    requireEqual("embedding-distillation", Map.of(), 1, PlainComputationTest::meanSquare);
  }

  @Test
  void consolidationWeighsSquaresByTheFisherInformation() {
    // With two labels that are as good as equally likely, the square does not depend on the draw.
    double scale = 0.01;
    double[] fisher = fisher(scale);
    Regularizer ewc = Created.regularizer("ewc", Map.of("scale", scale));
    Plane atStart = Plane.of(manager, 1, Plane.TEACHER);
    ewc.prepare(new Start(manager, atStart.pair(), atStart));
    Plane later = Plane.of(manager, 1, STUDENT);
    NDArray gradient = manager.zeros(later.pair().student().arrays().get(0).getShape());
    double factor = 1e4; // F is small where the scale is
    double penalty = factor * ewc.accumulate(manager, later.pair(), List.of(gradient), factor);
    double expected = 0;
    float[] slopes = gradient.toFloatArray();
    for (int i = 0; i < STUDENT.length; i++) {
      double drift = STUDENT[i] - Plane.TEACHER[i];
      expected += factor * fisher[i] * drift * drift / 2;
      assertThat((double) slopes[i]).isEqualTo(factor * fisher[i] * drift, within(2e-3));
    }
    assertThat(penalty).isPositive().isEqualTo(expected, within(1e-3));
  }

  private void requireEqual(
      String name, Map<String, Object> settings, int fused, ToDoubleFunction<double[]> plain) {
    Plane plane = Plane.of(manager, fused, STUDENT);
    NDArray weights = plane.pair().student().arrays().get(0);
    Autograd.makeGradients(manager, List.of(weights));
    Regularizer regularizer = Created.regularizer(name, settings);
    regularizer.prepare(new Start(manager, plane.pair(), plane));
    List<NDArray> gradients = Autograd.gradients(manager, List.of(weights));
    double penalty = regularizer.accumulate(manager, plane.pair(), gradients, 1);
    double[] student = doubles(STUDENT);
    assertThat(penalty).isEqualTo(plain.applyAsDouble(student), within(1e-5));
    float[] slopes = gradients.get(0).toFloatArray();
    for (int i = 0; i < student.length; i++) {
      assertThat((double) slopes[i]).isEqualTo(slope(plain, student, i), within(1e-4));
    }
  }

  private static double slope(ToDoubleFunction<double[]> function, double[] at, int i) {
    double width = 1e-5;
    double[] above = at.clone();
    double[] below = at.clone();
    above[i] += width;
    below[i] -= width;
    return (function.applyAsDouble(above) - function.applyAsDouble(below)) / (2 * width);
  }

  private static double nuclear(double[] w) {
    double a = 0;
    double b = 0;
    double c = 0;
    for (int i = 0; i < 3; i++) {
      double first = w[i] - Plane.TEACHER[i];
      double second = w[i + 3] - Plane.TEACHER[i + 3];
      a += first * first;
      b += second * second;
      c += first * second;
    }
    return Math.sqrt(a + b + 2 * Math.sqrt(a * b - c * c));
  }

  private static double norm(double[] w, int from) {
    double sum = 0;
    for (int i = from; i < from + 3; i++) {
      sum += (w[i] - Plane.TEACHER[i]) * (w[i] - Plane.TEACHER[i]);
    }
    return Math.sqrt(sum);
  }

  private static double meanSquare(double[] w) {
    double sum = 0;
    for (double[] x : Plane.ROWS) {
      double[] own = embed(x, w);
      double[] teachers = embed(x, doubles(Plane.TEACHER));
      for (int i = 0; i < 3; i++) {
        sum += (own[i] - teachers[i]) * (own[i] - teachers[i]) / (3 * Plane.ROWS.length);
      }
    }
    return sum;
  }

  /** Half the scale times the difference of the two cosines' slopes, squared. */
  private static double[] fisher(double scale) {
    double[] teacher = doubles(Plane.TEACHER);
    double[] fisher = new double[teacher.length];
    for (double[] x : Plane.ROWS) {
      for (int i = 0; i < fisher.length; i++) {
        double slope =
            slope(
                w ->
                    cosine(embed(x, w), embed(Plane.ROWS[0], teacher))
                        - cosine(embed(x, w), embed(Plane.ROWS[1], teacher)),
                teacher,
                i);
        fisher[i] += scale * scale / 4 * slope * slope / Plane.ROWS.length;
      }
    }
    return fisher;
  }

  private static double cosine(double[] u, double[] v) {
    double uv = 0;
    double uu = 0;
    double vv = 0;
    for (int i = 0; i < u.length; i++) {
      uv += u[i] * v[i];
      uu += u[i] * u[i];
      vv += v[i] * v[i];
    }
    return uv / Math.sqrt(uu * vv);
  }

  private static double[] embed(double[] x, double[] w) {
    double[] embedding = new double[3];
    for (int i = 0; i < 3; i++) {
      embedding[i] = x[0] * w[i] + x[1] * w[i + 3];
    }
    return embedding;
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}

package dev.lethe.plugin.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.testkit.TestRunContext;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Beside a plain computation in double precision. */
class LikelihoodTest {
  private static final int N = 4;
  private static final int D = 3;

  private final TestRunContext run = new TestRunContext(0);
  private final double[][] teacher = draw(new Random(1), 1);
  private final double[][] student = new double[N][D];
  private NDManager manager;
  private Likelihood likelihood;

  @BeforeEach
  void compile() {
    manager = run.manager();
    likelihood = new Likelihood(manager);
    double[][] drift = draw(new Random(2), 0.2);
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < D; j++) {
        student[i][j] = (float) (teacher[i][j] + drift[i][j]);
      }
    }
  }

  @AfterEach
  void free() {
    run.close();
  }

  @Test
  void ascentIsTheMeanLogLikelihoodAndRetainingItsOpposite() {
    double mean = 0;
    for (int i = 0; i < N; i++) {
      mean += logLikelihood(student, i) / N;
    }
    NDArray own = array(student);
    NDArray original = array(teacher);
    assertThat((double) likelihood.ascent(manager, own, original).getFloat())
        .isEqualTo(mean, within(1e-4));
    assertThat((double) likelihood.retain(manager, own, original).getFloat())
        .isEqualTo(-mean, within(1e-4));
  }

  @Test
  void preferenceIsThatOfTheEquation() {
    double beta = 0.5;
    double mean = 0;
    for (int i = 0; i < N; i++) {
      double ratio = logLikelihood(student, i) - logLikelihood(teacher, i);
      mean += 2 / beta * Math.log1p(Math.exp(beta * ratio)) / N;
    }
    assertThat(
            (double)
                likelihood.preference(manager, array(student), array(teacher), beta).getFloat())
        .isEqualTo(mean, within(1e-4));
  }

  @Test
  void aStudentThatIsItsTeacherHasThePreferenceOfEvenOdds() {
    NDArray same = array(teacher);
    assertThat((double) likelihood.preference(manager, same, array(teacher), 0.1).getFloat())
        .isEqualTo(20 * Math.log(2), within(1e-4));
  }

  private double logLikelihood(double[][] rows, int i) {
    double sum = 0;
    for (int j = 0; j < N; j++) {
      sum += Math.exp(100 * (cosine(rows[i], teacher[j]) - cosine(rows[i], teacher[i])));
    }
    return -Math.log(sum);
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

  private NDArray array(double[][] rows) {
    float[] values = new float[N * D];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) rows[i / D][i % D];
    }
    return manager.create(values, new Shape(N, D));
  }

  private static double[][] draw(Random random, double scale) {
    double[][] drawn = new double[N][D];
    for (double[] row : drawn) {
      for (int j = 0; j < D; j++) {
        row[j] = (float) (scale * random.nextGaussian());
      }
    }
    return drawn;
  }
}

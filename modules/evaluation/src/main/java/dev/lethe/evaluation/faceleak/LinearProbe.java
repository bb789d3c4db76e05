package dev.lethe.evaluation.faceleak;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.Progress;
import dev.lethe.tensor.TorchScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Multinomial logistic regression with an L2 penalty: the W and b that minimize C times the sum of
 * the cross-entropies of softmax(W x + b), plus half the squares of W. That is what scikit-learn's
 * {@code LogisticRegression(C)} minimizes.
 */
final class LinearProbe implements Classifier, AutoCloseable {
  private static final int STEPS = 1000;
  private static final double TOLERANCE = 1e-6;

  private static final String SOURCE =
      """
      def loss(self, x: Tensor, labels: Tensor, w: Tensor) -> Tuple[Tensor, Tensor]:
        logs = torch.log_softmax(torch.matmul(x, torch.transpose(w, 0, 1)), 1)
        own = torch.gather(logs, 1, labels)
        errors = torch.scatter_add(torch.exp(logs), 1, labels, -torch.ones_like(own))
        return (-torch.sum(own), torch.matmul(torch.transpose(errors, 0, 1), x))

      def logits(self, x: Tensor, w: Tensor) -> Tensor:
        return torch.matmul(x, torch.transpose(w, 0, 1))
      """;

  private final NDManager manager;
  private final TorchScript script;
  private final int classes;
  private final int chunk;

  /** The width of a row, and a column of ones for b. */
  private final int columns;

  /** What is subtracted from rows: b makes up for it, and less is left to find. */
  private final double[] mean;

  private final double[] weights;

  private LinearProbe(NDManager manager, LabeledRows learnt, int chunk) {
    this.manager = manager;
    this.chunk = chunk;
    script = TorchScript.compile(manager, "LinearProbe", SOURCE);
    classes = learnt.classes();
    columns = learnt.rows().width() + 1;
    mean = mean(learnt.rows());
    weights = new double[classes * columns];
  }

  /** Returns the bytes of native memory that a row takes while it is read. */
  static long bytesOfRow(int classes, int width) {
    return Double.BYTES * (3L * classes + 2L * width);
  }

  /** Returns the bytes of native memory that are taken however few rows are read at a time. */
  static long standing(int rows, int classes, int width) {
    return Double.BYTES * ((long) rows + 3L * classes) * (width + 1L);
  }

  /**
   * Learns.
   *
   * @param parent the parent of the memory this needs
   * @param c the weight of the errors
   * @param chunk the most rows that are read at a time
   */
  static LinearProbe of(
      NDManager parent, LabeledRows learnt, double c, int chunk, Progress progress) {
    NDManager manager = parent.newSubManager();
    try (Progress.Task work = progress.begin("learning faces", STEPS)) {
      LinearProbe probe = new LinearProbe(manager, learnt, chunk);
      probe.learn(learnt, c, work);
      return probe;
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  private void learn(LabeledRows learnt, double c, Progress.Task work) {
    try (NDManager kept = manager.newSubManager()) {
      List<NDArray> rows = new ArrayList<>();
      List<NDArray> labels = new ArrayList<>();
      for (int from = 0; from < learnt.rows().count(); from += chunk) {
        NDArray some = rows(kept, learnt.rows(), from);
        rows.add(some);
        labels.add(labels(kept, learnt.labels(), from, (int) some.getShape().get(0)));
      }
      Lbfgs.minimize(
          (place, gradient) -> loss(rows, labels, c, place, gradient),
          weights,
          TOLERANCE * c,
          STEPS,
          work);
    }
  }

  private double loss(
      List<NDArray> rows, List<NDArray> labels, double c, double[] place, double[] gradient) {
    double sum = 0;
    Arrays.fill(gradient, 0);
    try (NDManager step = manager.newSubManager()) {
      NDArray w = step.create(place, new Shape(classes, columns));
      for (int i = 0; i < rows.size(); i++) {
        try (NDManager part = step.newSubManager()) {
          NDList result = script.run(part, "loss", rows.get(i), labels.get(i), w);
          sum += c * result.get(0).getDouble();
          double[] some = result.get(1).toDoubleArray();
          for (int k = 0; k < gradient.length; k++) {
            gradient[k] += c * some[k];
          }
        }
      }
    }
    for (int k = 0; k < gradient.length; k++) {
      if (k % columns < columns - 1) {
        sum += place[k] * place[k] / 2;
        gradient[k] += place[k];
      }
    }
    return sum;
  }

  @Override
  public int[] classes(UnitRows rows) {
    int[] best = new int[rows.count()];
    for (int from = 0; from < best.length; from += chunk) {
      double[] logits = logits(rows, from);
      for (int at = 0; at < logits.length; at += classes) {
        best[from + at / classes] = largest(logits, at);
      }
    }
    return best;
  }

  /** Returns W x + b of a chunk of rows, a number for each class. */
  double[] logits(UnitRows rows, int from) {
    try (NDManager step = manager.newSubManager()) {
      NDArray w = step.create(weights, new Shape(classes, columns));
      return script
          .run(step, "logits", rows(step, rows, from), w)
          .singletonOrThrow()
          .toDoubleArray();
    }
  }

  private int largest(double[] logits, int from) {
    int largest = 0;
    for (int k = 1; k < classes; k++) {
      largest = logits[from + k] > logits[from + largest] ? k : largest;
    }
    return largest;
  }

  private NDArray rows(NDManager owner, UnitRows rows, int from) {
    int count = Math.min(chunk, rows.count() - from);
    int width = rows.width();
    double[] values = new double[count * columns];
    for (int row = 0; row < count; row++) {
      for (int k = 0; k < width; k++) {
        values[row * columns + k] = rows.values()[(from + row) * width + k] - mean[k];
      }
      values[row * columns + width] = 1;
    }
    return owner.create(values, new Shape(count, columns));
  }

  private static NDArray labels(NDManager owner, int[] labels, int from, int count) {
    long[] some = new long[count];
    for (int i = 0; i < count; i++) {
      some[i] = labels[from + i];
    }
    return owner.create(some, new Shape(count, 1));
  }

  private static double[] mean(UnitRows rows) {
    double[] mean = new double[rows.width()];
    for (int i = 0; i < rows.values().length; i++) {
      mean[i % mean.length] += rows.values()[i] / rows.count();
    }
    return mean;
  }

  @Override
  public void close() {
    manager.close();
  }
}

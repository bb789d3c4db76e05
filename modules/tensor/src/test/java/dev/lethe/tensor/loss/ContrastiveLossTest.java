package dev.lethe.tensor.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.TorchEngine;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContrastiveLossTest {
  private static final Shape PAIRS = new Shape(2, 2);
  private static final double[] IMAGE = {1, 2, -.5, .3};
  private static final double[] TEXT = {.4, .9, .2, -1.1};
  private static final double SCALE = 1.3;
  private static final long[] OWN = {0, 1};

  private final NDManager manager = TorchEngine.open(Device.cpu());
  private final ContrastiveLoss loss = ContrastiveLoss.compile(manager);

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void lossAndGradientsAreThoseOfTheFormula() {
    NDArray image = trained(manager.create(IMAGE, PAIRS));
    NDArray scale = trained(manager.create(SCALE));
    double value =
        Autograd.backward(
            manager,
            scope -> loss.of(scope, image, scope.create(TEXT, PAIRS), scope.create(OWN), scale));
    assertThat(value).isCloseTo(formula(IMAGE, TEXT, SCALE), within(1e-9));
    var gradients = Autograd.gradients(manager, List.of(image, scale));
    assertThat(gradients.get(0).toDoubleArray())
        .usingComparatorWithPrecision(1e-7)
        .containsExactly(NumericGradient.of(x -> formula(x, TEXT, SCALE), IMAGE));
    assertThat(gradients.get(1).toDoubleArray())
        .usingComparatorWithPrecision(1e-7)
        .containsExactly(NumericGradient.of(t -> formula(IMAGE, TEXT, t[0]), new double[] {SCALE}));
  }

  @Test
  void twoPicturesOfOneTextBothFindIt() {
    NDArray same = manager.create(new double[] {1, 2, 1, 2}, PAIRS);
    NDArray text = manager.create(new double[] {.4, .9}, new Shape(1, 2));
    NDArray both = manager.create(new long[] {0, 0});

    NDArray value = loss.of(manager, same, text, both, manager.create(SCALE));

    // of one text every picture is sure; of two equal pictures a text can only guess
    assertThat(value.toDoubleArray()[0]).isCloseTo(Math.log(2) / 2, within(1e-9));
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    NDArray image = manager.create(IMAGE, PAIRS);
    NDArray text = manager.create(TEXT, new Shape(4, 1));
    NDArray scale = manager.create(SCALE);
    assertThatThrownBy(() -> loss.of(manager, image, text, manager.create(OWN), scale))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(2, 2), (4, 1), (2)");
  }

  private static NDArray trained(NDArray array) {
    array.setRequiresGradient(true);
    return array;
  }

  private static double formula(double[] image, double[] text, double scale) {
    double[][] logits = new double[2][2];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        double dot = image[2 * i] * text[2 * j] + image[2 * i + 1] * text[2 * j + 1];
        double norms =
            Math.hypot(image[2 * i], image[2 * i + 1]) * Math.hypot(text[2 * j], text[2 * j + 1]);
        logits[i][j] = Math.exp(scale) * dot / norms;
      }
    }
    double sum = 0;
    for (int i = 0; i < 2; i++) {
      double own = Math.exp(logits[i][i]);
      sum -= Math.log(own / (own + Math.exp(logits[i][1 - i])));
      sum -= Math.log(own / (own + Math.exp(logits[1 - i][i])));
    }
    return sum / 4;
  }
}

package dev.lethe.clip.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.Precision;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.tensor.hardware.Processor;
import dev.lethe.testkit.TestDevice;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products by oneDNN against those by MKL, and which of them is chosen. */
class TokenProductsTest {
  private static final TransformerShape WIDE = shape(256);
  private static final Processor AMD = processor("AMD EPYC", "avx2", "avx512f");

  private final NDManager manager = TorchEngine.open(TestDevice.chosen());

  @AfterEach
  void close() {
    manager.close();
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 8, 4", "2, 5, 64, 192", "40, 50, 64, 32", "3, 257, 96, 48"})
  void convolutionsGiveTheSameAndTheSameGradients(
      int pictures, int tokens, int width, int outputs) {
    manager.getEngine().setRandomSeed(width + tokens);
    requireSame(new Shape(pictures, tokens, width), new Shape(pictures, tokens, outputs));
  }

  @Test
  void rowsWithoutTokensAreMultipliedToo() {
    requireSame(new Shape(7, 64), new Shape(7, 32));
  }

  @Test
  void onAProcessorThatMklSlowsConvolutionsAreChosen() {
    assertThat(chosen(Device.cpu(), AMD, WIDE, Precision.FP32))
        .isEqualTo(TokenProducts.CONVOLUTION);
    assertThat(chosen(Device.cpu(), AMD, WIDE, Precision.TF32))
        .isEqualTo(TokenProducts.CONVOLUTION);
  }

  @Test
  void elsewhereTheyAreNot() {
    Processor older = processor("AMD EPYC", "avx2");
    Processor other = processor("Intel(R) Xeon(R)", "avx2", "avx512f");

    assertThat(chosen(Device.gpu(), AMD, WIDE, Precision.FP32)).isEqualTo(TokenProducts.PLAIN);
    assertThat(chosen(Device.cpu(), older, WIDE, Precision.FP32)).isEqualTo(TokenProducts.PLAIN);
    assertThat(chosen(Device.cpu(), other, WIDE, Precision.FP32)).isEqualTo(TokenProducts.PLAIN);
    assertThat(chosen(Device.cpu(), AMD, WIDE, Precision.BF16)).isEqualTo(TokenProducts.PLAIN);
    assertThat(chosen(Device.cpu(), AMD, shape(64), Precision.FP32)).isEqualTo(TokenProducts.PLAIN);
  }

  private static TokenProducts chosen(
      Device device, Processor processor, TransformerShape shape, Precision precision) {
    return TokenProducts.fastest(device, processor, shape, precision);
  }

  private static Processor processor(String model, String... features) {
    return new Processor(model, 2, List.of(features));
  }

  private static TransformerShape shape(int width) {
    return new TransformerShape(width, 1, 4, 4 * width);
  }

  private void requireSame(Shape inputs, Shape outputs) {
    long in = inputs.get(inputs.dimension() - 1);
    long out = outputs.get(outputs.dimension() - 1);
    List<NDArray> arguments =
        List.of(
            manager.randomNormal(inputs),
            manager.randomNormal(new Shape(out, in)).mul(1 / Math.sqrt(in)),
            manager.randomNormal(new Shape(out)));
    NDArray direction = manager.randomNormal(outputs);

    results(TokenProducts.CONVOLUTION, arguments, direction)
        .requireNear(results(TokenProducts.PLAIN, arguments, direction));
  }

  private Differentiated results(
      TokenProducts products, List<NDArray> arguments, NDArray direction) {
    String source =
        TransformerScript.blocks(WIDE, Activation.GELU, false, products, Precision.FP32);
    return Differentiated.of(manager, source, "each", arguments, direction);
  }
}

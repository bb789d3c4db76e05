package dev.lethe.clip.model;

import ai.djl.Device;
import dev.lethe.api.model.Precision;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.tensor.hardware.Processor;

/** Who multiplies the tokens of pictures by the matrices of a transformer. */
enum TokenProducts {
  /** PyTorch's own choice, which is MKL on a processor and cuBLAS on a GPU. */
  PLAIN(
      """
      def each(self, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
        return (self).linear(x, w, b)
      """),

  /**
   * oneDNN, which PyTorch asks for convolutions alone: a token is a pixel of a picture that is one
   * pixel wide, and since the channels are last nothing is copied. The few rows that are not
   * [pictures, tokens, width] stay with MKL: oneDNN compiles code for each new number of rows.
   */
  CONVOLUTION(
      """
      def each(self, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
        if torch.eq(torch.dim(x), 3):
          k = torch.size(w, 1)
          pixels = torch.permute(torch.reshape(x, [1, -1, 1, k]), [0, 3, 1, 2])
          y = torch.conv2d(pixels, torch.reshape(w, [-1, k, 1, 1]), b)
          z = torch.reshape(torch.permute(y, [0, 2, 3, 1]), [torch.size(x, 0), torch.size(x, 1), -1])
        else:
          z = (self).linear(x, w, b)
        return z
      """);

  private static final String AMD = "AMD";
  private static final String AVX_512 = "avx512f";

  private final String script;

  TokenProducts(String script) {
    this.script = script;
  }

  /**
   * Chooses what is faster. On processors of AMD MKL takes code for AVX2; oneDNN's for AVX-512 is
   * faster, but that for AVX2 is slower where gradients flow.
   */
  static TokenProducts fastest(
      Device device, Processor processor, TransformerShape shape, Precision precision) {
    boolean slowed =
        !device.isGpu()
            && processor.model().startsWith(AMD)
            && processor.features().contains(AVX_512);
    return slowed && precision != Precision.BF16 && TransformerScript.isWide(shape)
        ? CONVOLUTION
        : PLAIN;
  }

  /**
   * Returns TorchScript of {@code each(x, w, b)}: x w' + b for each token of x, [pictures, tokens,
   * k] or [rows, k], with w [m, k] and b [m]. With {@code PrecisionScript}.
   */
  String script() {
    return script;
  }
}

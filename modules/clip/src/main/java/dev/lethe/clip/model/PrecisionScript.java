package dev.lethe.clip.model;

import dev.lethe.api.model.Precision;

/**
 * The one place where the precision of a computation shows: TorchScript that multiplies matrices.
 * Sums that many terms enter stay in fp32, so {@code attention} and {@code convolution} give fp32;
 * {@code linear} gives what it computed in, which adding to an fp32 tensor makes fp32 again. The
 * gradients that parameters receive are fp32, as the parameters are.
 */
final class PrecisionScript {
  private static final int FP32 = 6; // c10::ScalarType::Float
  private static final int BF16 = 15; // c10::ScalarType::BFloat16

  private static final String SOURCE =
      """
      def linear(self, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
        return torch.linear({x}, {w}, {b})
      def projection(self, x: Tensor, w: Tensor) -> Tensor:
        return torch.linear({x}, {w})
      def convolution(self, x: Tensor, w: Tensor, b: Tensor, stride: int, padding: int) -> Tensor:
        y = torch.conv2d({x}, {w}, {b}, [stride, stride], [padding, padding])
        return {wide y}
      def attend(self, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        y = torch.scaled_dot_product_attention({q}, {k}, {v}, None, 0., False)
        return {wide y}
      def attend_causally(self, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        if ops.prim.is_cuda(q):
          y = (self).fused(q, k, v)
        else:
          if ops.prim.requires_grad(q):
            y = (self).weigh(q, k, v)
          else:
            y = (self).fused(q, k, v)
        return y
      def fused(self, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        return torch.scaled_dot_product_attention(q, k, v, None, 0., True)
      def weigh(self, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        d = torch.size(q, 3)
        l = torch.size(q, 2)
        later = torch.triu(torch.full([l, l], -1.0e+38), 1)
        s = torch.baddbmm(later, torch.reshape(q, [-1, l, d]), \
      torch.transpose(torch.reshape(k, [-1, l, d]), 1, 2), beta=1, alpha=torch.pow(float(d), -0.5))
        y = torch.bmm(torch.softmax(s, 2), torch.reshape(v, [-1, l, d]))
        return torch.reshape(y, torch.size(q))
      def wide(self, y: Tensor) -> Tensor:
        return {wide y}
      """;

  private PrecisionScript() {}

  /**
   * Writes {@code linear}, {@code projection}, {@code convolution}, {@code attend}, {@code
   * attend_causally}, {@code wide}. Causal attention is that of texts, which are short and of many
   * lengths: less than a hundredth of the work, and for every new length in bfloat16 cuDNN makes a
   * plan that takes as long as a step. So it stays in fp32. Where a processor trains, it is two
   * batched products, {@code weigh}: the fused attention calls MKL for each head of each text, and
   * takes 1.3 times as long for texts of 14 tokens. But then the bits of an embedding depend on the
   * texts beside it, so where nothing is trained it stays fused: votes must not depend on how many
   * texts memory holds.
   */
  static String of(Precision precision) {
    boolean narrow = precision == Precision.BF16;
    return SOURCE
        .replaceAll("\\{wide (\\w+)}", narrow ? "torch.to($1, " + FP32 + ")" : "$1")
        .replaceAll("\\{(\\w+)}", narrow ? "torch.to($1, " + BF16 + ")" : "$1");
  }
}

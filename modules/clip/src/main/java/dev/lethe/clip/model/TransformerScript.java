package dev.lethe.clip.model;

import dev.lethe.api.model.Activation;
import dev.lethe.api.model.Precision;
import dev.lethe.api.model.TransformerShape;

/**
 * The TorchScript that both towers share: pre-norm transformer blocks (Radford et al., "Learning
 * Transferable Visual Models From Natural Language Supervision", section 2.4).
 */
final class TransformerScript {
  /** Of every layer norm, as in PyTorch. */
  static final String EPSILON = "1.0000000000000001e-05";

  private static final int WIDE = 256;

  /**
   * PyTorch gives what is contiguous to oneDNN, which on a processor compiles and keeps code for
   * each new size, a thousand of them, all over the heap; parts of a training have hundreds of
   * sizes. What is transposed it computes itself, as fast.
   */
  private static final String GELU =
      "torch.transpose(torch.gelu(torch.transpose(f, -2, -1)), -2, -1)";

  private static final String BLOCKS =
      """
      def before(self, p: List[Tensor], o: int, x: Tensor) -> Tensor:
        h = torch.layer_norm(x, [{width}], p[o], p[torch.add(o, 1)], {eps})
        return (self).wide((self).each(h, p[torch.add(o, 2)], p[torch.add(o, 3)]))
      def split(self, x: Tensor) -> Tensor:
        h = torch.reshape(x, [torch.size(x, 0), torch.size(x, 1), {heads}, {head}])
        return torch.transpose(h, 1, 2)
      def attention(self, qkv: Tensor) -> Tensor:
        n = torch.size(qkv, 0)
        l = torch.size(qkv, 1)
        s = torch.chunk(qkv, 3, 2)
        a = (self).{attend}((self).split(s[0]), (self).split(s[1]), (self).split(s[2]))
        return torch.reshape(torch.transpose(a, 1, 2), [n, l, {width}])
      def attended(self, p: List[Tensor], o: int, x: Tensor, a: Tensor) -> Tensor:
        return torch.add(x, (self).each(a, p[torch.add(o, 4)], p[torch.add(o, 5)]))
      def activated(self, p: List[Tensor], o: int, x: Tensor) -> Tensor:
        h = torch.layer_norm(x, [{width}], p[torch.add(o, 6)], p[torch.add(o, 7)], {eps})
        f = (self).each(h, p[torch.add(o, 8)], p[torch.add(o, 9)])
        return {activation}
      def added(self, p: List[Tensor], o: int, x: Tensor, f: Tensor) -> Tensor:
        return torch.add(x, (self).each(f, p[torch.add(o, 10)], p[torch.add(o, 11)]))
      def after(self, p: List[Tensor], o: int, x: Tensor, a: Tensor) -> Tensor:
        x1 = (self).attended(p, o, x, a)
        return (self).added(p, o, x1, (self).activated(p, o, x1))
      def blocks(self, p: List[Tensor], first: int, count: int, x: Tensor) -> Tensor:
        for i in range(count):
          o = torch.add(first, torch.mul(i, 12))
          x = (self).after(p, o, x, (self).attention((self).before(p, o, x)))
        return x
      """;

  private TransformerScript() {}

  /**
   * Writes {@code blocks(p, first, count, x)}: x [n, tokens, width] through some blocks, whose
   * twelve parameters each follow one another in {@code p} from {@code first}; and its parts, a
   * block whose parameters begin at {@code o} being {@code after(p, o, x, attention(before(p, o,
   * x)))}, where everything but {@code attention} treats each token by itself, and {@code after} is
   * {@code attended}, {@code activated}, which gives the inputs of the MLP's second matrix, and
   * {@code added}.
   */
  static String blocks(
      TransformerShape shape,
      Activation activation,
      boolean causal,
      TokenProducts products,
      Precision precision) {
    return PrecisionScript.of(precision)
        + products.script()
        + fill(BLOCKS, shape)
            .replace("{attend}", causal ? "attend_causally" : "attend")
            .replace(
                "{activation}",
                switch (activation) {
                  case GELU -> GELU;
                  case QUICK_GELU -> "torch.mul(f, torch.sigmoid(torch.mul(f, 1.702)))";
                });
  }

  /**
   * Returns whether a transformer takes long enough to be worth another form of the same function.
   * Others, such as the demo's, would save milliseconds, and keep their bits instead.
   */
  static boolean isWide(TransformerShape shape) {
    return shape.width() >= WIDE;
  }

  /** Puts the sizes of a transformer into source text. */
  static String fill(String source, TransformerShape shape) {
    return source
        .replace("{width}", Integer.toString(shape.width()))
        .replace("{layers}", Integer.toString(shape.layers()))
        .replace("{last}", Integer.toString(shape.layers() - 1))
        .replace("{heads}", Integer.toString(shape.heads()))
        .replace("{head}", Integer.toString(shape.width() / shape.heads()))
        .replace("{eps}", EPSILON);
  }
}

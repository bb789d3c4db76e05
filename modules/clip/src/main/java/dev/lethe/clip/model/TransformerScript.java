package dev.lethe.clip.model;

import dev.lethe.api.model.Activation;
import dev.lethe.api.model.TransformerShape;

/**
 * The TorchScript that both towers share: pre-norm transformer blocks (Radford et al., "Learning
 * Transferable Visual Models From Natural Language Supervision", section 2.4).
 */
final class TransformerScript {
  /** Of every layer norm, as in PyTorch. */
  static final String EPSILON = "1.0000000000000001e-05";

  private static final String BLOCKS =
      """
      def blocks(self, p: List[Tensor], first: int, x: Tensor) -> Tensor:
        n = torch.size(x, 0)
        l = torch.size(x, 1)
        for i in range({layers}):
          o = torch.add(first, torch.mul(i, 12))
          h = torch.layer_norm(x, [{width}], p[o], p[torch.add(o, 1)], {eps})
          qkv = torch.linear(h, p[torch.add(o, 2)], p[torch.add(o, 3)])
          split = torch.permute(torch.reshape(qkv, [n, l, 3, {heads}, {head}]), [2, 0, 3, 1, 4])
          q = torch.select(split, 0, 0)
          k = torch.select(split, 0, 1)
          v = torch.select(split, 0, 2)
          a = torch.scaled_dot_product_attention(q, k, v, None, 0., {causal})
          a1 = torch.reshape(torch.transpose(a, 1, 2), [n, l, {width}])
          x1 = torch.add(x, torch.linear(a1, p[torch.add(o, 4)], p[torch.add(o, 5)]))
          h1 = torch.layer_norm(x1, [{width}], p[torch.add(o, 6)], p[torch.add(o, 7)], {eps})
          f = torch.linear(h1, p[torch.add(o, 8)], p[torch.add(o, 9)])
          f1 = {activation}
          x = torch.add(x1, torch.linear(f1, p[torch.add(o, 10)], p[torch.add(o, 11)]))
        return x
      """;

  private TransformerScript() {}

  /**
   * Writes {@code blocks(p, first, x)}: x [n, tokens, width] through every block, whose twelve
   * parameters each follow one another in {@code p} from {@code first}.
   */
  static String blocks(TransformerShape shape, Activation activation, boolean causal) {
    return fill(BLOCKS, shape)
        .replace("{causal}", causal ? "True" : "False")
        .replace(
            "{activation}",
            switch (activation) {
              case GELU -> "torch.gelu(f)";
              case QUICK_GELU -> "torch.mul(f, torch.sigmoid(torch.mul(f, 1.702)))";
            });
  }

  /** Puts the sizes of a transformer into source text. */
  static String fill(String source, TransformerShape shape) {
    return source
        .replace("{width}", Integer.toString(shape.width()))
        .replace("{layers}", Integer.toString(shape.layers()))
        .replace("{heads}", Integer.toString(shape.heads()))
        .replace("{head}", Integer.toString(shape.width() / shape.heads()))
        .replace("{eps}", EPSILON);
  }
}

package dev.lethe.clip.model;

import dev.lethe.api.model.TransformerShape;

/**
 * TorchScript of {@code first(p, o, x)}: what attention gives the first token alone, [n, width], in
 * the block whose parameters begin at {@code o} in {@code p}. With {@code
 * TransformerScript.blocks}.
 */
final class FirstTokenScript {
  private static final String PLAIN =
      """
      def first(self, p: List[Tensor], o: int, x: Tensor) -> Tensor:
        return torch.select((self).attention((self).before(p, o, x)), 1, 0)
      """;

  /**
   * With H the normalized tokens, a head scores q (H K + b_K)' = H (K q')' + q b_K', whose last
   * term is the same for all tokens, so that softmax drops it; and its result is a (H V + b_V) = (a
   * H) V + b_V, since a sums to 1. So neither keys nor values of the other tokens are computed: K
   * and V multiply one row of each head instead of every token.
   */
  private static final String ABSORBED =
      """
      def first(self, p: List[Tensor], o: int, x: Tensor) -> Tensor:
        H = torch.layer_norm(x, [{width}], p[o], p[torch.add(o, 1)], {eps})
        w = torch.chunk(p[torch.add(o, 2)], 3)
        b = torch.chunk(p[torch.add(o, 3)], 3)
        q = (self).wide((self).linear(torch.select(H, 1, 0), w[0], b[0]))
        Q = torch.transpose(torch.reshape(q, [-1, {heads}, {head}]), 0, 1)
        Kq = torch.bmm(Q, torch.reshape(w[1], [{heads}, {head}, {width}]))
        s = torch.mul(torch.bmm(H, torch.permute(Kq, [1, 2, 0])), torch.pow(float({head}), -0.5))
        a = torch.transpose(torch.softmax(s, 1), 1, 2)
        aH = torch.transpose(torch.bmm(a, H), 0, 1)
        V = torch.transpose(torch.reshape(w[2], [{heads}, {head}, {width}]), 1, 2)
        y = torch.transpose(torch.bmm(aH, V), 0, 1)
        return torch.add(torch.reshape(y, [-1, {width}]), b[2])
      """;

  private FirstTokenScript() {}

  /** Writes the form that is faster. */
  static String of(TransformerShape shape) {
    return TransformerScript.isWide(shape) ? absorbed(shape) : plain(shape);
  }

  /** Writes the form that computes all tokens. */
  static String plain(TransformerShape shape) {
    return TransformerScript.fill(PLAIN, shape);
  }

  /** Writes the form that computes the first alone. */
  static String absorbed(TransformerShape shape) {
    return TransformerScript.fill(ABSORBED, shape);
  }
}

package dev.lethe.plugin.closedform;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.lethe.tensor.TorchScript;
import java.util.List;

/**
 * Finds the change M of embeddings e, which become e + e M, that touches nothing in the span of
 * preserved embeddings.
 *
 * <p>With the second moments C = sum_j w_j/n_j E_j' E_j of what is preserved, N [d, k] are the
 * eigenvectors of C after those first ones that hold the share {@code preserved} of its energy.
 * Then
 *
 * <pre>{@code
 * map:    M = N (F'F/n + N' C N + ridge s I)^-1 F' (T - E)/n,   F = E N
 * remove: M = -Q Q',   Q an orthonormal basis of N N' D'
 * }</pre>
 *
 * where E [n, d] are embeddings of texts with names and T of the same texts with their targets, s
 * is the mean of the diagonal of F'F/n, and D has a row for each name: the mean of E/|E| - T/|T|
 * over its texts. In double precision.
 */
final class JointSpaceEdit implements AutoCloseable {
  private static final String SOURCE =
      """
      def moments(self, e: List[Tensor], w: Tensor) -> Tensor:
        d = torch.size(e[0], 1)
        c = torch.zeros([d, d], dtype=7, device=ops.prim.device(e[0]))
        for i in range(torch.len(e)):
          x = torch.to(e[i], 7)
          t = torch.mul(torch.transpose(x, 0, 1), torch.div(w[i], torch.size(x, 0)))
          c = torch.add(c, torch.matmul(t, x))
        return c
      def outside(self, e: List[Tensor], w: Tensor, share: float) -> Tensor:
        v, u = torch.linalg_eigh((self).moments(e, w))
        falling = torch.flip(torch.clamp_min(v, 0), [0])
        held = torch.div(torch.cumsum(falling, 0), torch.sum(falling))
        k = int(torch.sum(torch.lt(held, share)))
        if torch.gt(share, 0):
          k = torch.add(k, 1)
        return torch.slice(torch.flip(u, [1]), 1, k)
      def map(self, n: Tensor, e: Tensor, t: Tensor, p: List[Tensor], w: Tensor, ridge: float) -> Tensor:
        x = torch.to(e, 7)
        f = torch.matmul(x, n)
        r = torch.div(torch.matmul(torch.transpose(f, 0, 1), torch.sub(torch.to(t, 7), x)), torch.size(x, 0))
        g = torch.div(torch.matmul(torch.transpose(f, 0, 1), f), torch.size(x, 0))
        s = torch.mul(torch.mean(torch.diagonal(g)), ridge)
        c = torch.matmul(torch.matmul(torch.transpose(n, 0, 1), (self).moments(p, w)), n)
        i = torch.eye(torch.size(g, 0), dtype=7, device=ops.prim.device(g))
        a = torch.add(torch.add(g, c), torch.mul(i, s))
        return torch.matmul(n, torch.linalg_solve(a, r))
      def unit(self, x: Tensor) -> Tensor:
        y = torch.to(x, 7)
        return torch.div(y, torch.linalg_vector_norm(y, 2, [1], True))
      def remove(self, n: Tensor, e: Tensor, t: Tensor, each: int) -> Tensor:
        d = torch.sub((self).unit(e), (self).unit(t))
        rows = torch.mean(torch.reshape(d, [-1, each, torch.size(d, 1)]), [1])
        r = torch.matmul(torch.matmul(rows, n), torch.transpose(n, 0, 1))
        u, s, v = torch.linalg_svd(r, False)
        k = int(torch.sum(torch.gt(s, torch.mul(torch.max(s), 1.0e-9))))
        q = torch.slice(v, 0, 0, k)
        return torch.neg(torch.matmul(torch.transpose(q, 0, 1), q))
      """;

  private final TorchScript script;

  JointSpaceEdit(NDManager manager) {
    script = TorchScript.compile(manager, "JointSpaceEdit", SOURCE);
  }

  /** Returns N [d, k], in double precision: a basis of what lies outside the preserved span. */
  NDArray outside(NDManager owner, List<Preserved> preserved, double share) {
    return script
        .run(owner, "outside", embeddings(preserved), weights(owner, preserved), share)
        .singletonOrThrow();
  }

  /** Returns the change [d, d] that maps names to their targets. */
  NDArray map(
      NDManager owner,
      NDArray outside,
      NDArray named,
      NDArray meant,
      List<Preserved> preserved,
      double ridge) {
    return single(
        owner,
        script.run(
            owner,
            "map",
            outside,
            named,
            meant,
            embeddings(preserved),
            weights(owner, preserved),
            ridge));
  }

  /**
   * Returns the change [d, d] that removes what tells names from their targets.
   *
   * @param each how many rows belong to a name, which follow one another
   */
  NDArray remove(NDManager owner, NDArray outside, NDArray named, NDArray meant, int each) {
    return single(owner, script.run(owner, "remove", outside, named, meant, each));
  }

  @Override
  public void close() {
    script.close();
  }

  private static NDArray single(NDManager owner, NDList result) {
    NDArray single = result.singletonOrThrow().toType(DataType.FLOAT32, false);
    single.attach(owner);
    return single;
  }

  private static NDList embeddings(List<Preserved> preserved) {
    return new NDList(preserved.stream().map(Preserved::embeddings).toList());
  }

  private static NDArray weights(NDManager owner, List<Preserved> preserved) {
    return owner.create(preserved.stream().mapToDouble(Preserved::weight).toArray());
  }

  /**
   * What shall stay as it is.
   *
   * @param weight of all of them together, not negative
   * @param embeddings [n, d]
   */
  record Preserved(double weight, NDArray embeddings) {}
}

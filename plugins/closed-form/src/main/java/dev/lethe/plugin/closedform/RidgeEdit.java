package dev.lethe.plugin.closedform;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.lethe.tensor.TorchScript;
import java.util.ArrayList;
import java.util.List;

/**
 * Solves for the change D of a linear map x -> x W that gives some inputs other results, and others
 * the results they had:
 *
 * <pre>{@code
 * D = argmin sum_g w_g/n_g ||X_g D - R_g||^2 + ridge s ||D||^2
 *   = (sum_g w_g/n_g X_g' X_g + ridge s I)^-1 sum_g w_g/n_g X_g' R_g
 * }</pre>
 *
 * where group g has n_g inputs X_g [n_g, in], the changes of their results that are wanted R_g
 * [n_g, out] and the weight w_g, and s is the mean of the diagonal of the first sum. In double
 * precision.
 *
 * <p>Source: Gandikota et al., "Unified Concept Editing in Diffusion Models", WACV 2024, equation
 * 7; the groups are the concepts to edit and those to preserve. The best change of a lower rank, by
 * its Frobenius norm, is the beginning of its singular value decomposition.
 */
final class RidgeEdit implements AutoCloseable {
  private static final String SOURCE =
      """
      def solve(self, x: List[Tensor], r: List[Tensor], w: Tensor, ridge: float) -> Tensor:
        d = torch.size(x[0], 1)
        a = torch.zeros([d, d], dtype=7, device=ops.prim.device(x[0]))
        b = torch.zeros([d, torch.size(r[0], 1)], dtype=7, device=ops.prim.device(x[0]))
        for i in range(torch.len(x)):
          x1 = torch.to(x[i], 7)
          t = torch.mul(torch.transpose(x1, 0, 1), torch.div(w[i], torch.size(x1, 0)))
          a = torch.add(a, torch.matmul(t, x1))
          b = torch.add(b, torch.matmul(t, torch.to(r[i], 7)))
        s = torch.mul(torch.mean(torch.diagonal(a)), ridge)
        return torch.linalg_solve(torch.add(a, torch.mul(torch.eye(d, dtype=7, device=ops.prim.device(a)), s)), b)
      def limit(self, d: Tensor, rank: int) -> Tensor:
        u, s, v = torch.linalg_svd(d, False)
        return torch.matmul(torch.mul(torch.slice(u, 1, 0, rank), torch.slice(s, 0, 0, rank)), torch.slice(v, 0, 0, rank))
      """;

  private final TorchScript script;

  RidgeEdit(NDManager manager) {
    script = TorchScript.compile(manager, "RidgeEdit", SOURCE);
  }

  /**
   * Solves for the change.
   *
   * @param owner owns the result
   * @param groups at least one
   * @param rank of the change at most, or 0 for as it comes
   * @return D [in, out] in single precision
   */
  NDArray solve(NDManager owner, List<Group> groups, double ridge, int rank) {
    NDList inputs = new NDList();
    NDList wanted = new NDList();
    List<Double> weights = new ArrayList<>();
    for (Group group : groups) {
      inputs.add(group.inputs());
      wanted.add(group.wanted());
      weights.add(group.weight());
    }
    NDArray w = owner.create(weights.stream().mapToDouble(Double::doubleValue).toArray());
    NDArray change = script.run(owner, "solve", inputs, wanted, w, ridge).singletonOrThrow();
    if (rank > 0) {
      change = script.run(owner, "limit", change, rank).singletonOrThrow();
    }
    NDArray single = change.toType(DataType.FLOAT32, false);
    single.attach(owner);
    return single;
  }

  @Override
  public void close() {
    script.close();
  }

  /**
   * Inputs that shall give other results.
   *
   * @param weight of the whole group, not negative
   * @param inputs X [n, in]
   * @param wanted R, the changes of their results [n, out]
   */
  record Group(double weight, NDArray inputs, NDArray wanted) {}
}

package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.clip.text.TokenBatch;
import dev.lethe.tensor.TorchScript;
import java.util.List;

/** The text tower's computation; its parameters are lists in the order of {@link Slots}. */
final class TextScript implements AutoCloseable {
  private static final String SOURCE =
      """
      def tokens(self, p: List[Tensor], ids: Tensor) -> Tensor:
        e = torch.embedding(p[0], ids)
        x = torch.add(e, torch.slice(p[1], 0, 0, torch.size(ids, 1)))
        return (self).blocks(p, 2, x)
      def embed(self, p: List[Tensor], ids: Tensor, ends: Tensor) -> Tensor:
        x = (self).tokens(p, ids)
        y = torch.index_select(torch.reshape(x, [-1, {width}]), 0, ends)
        n = torch.sub(torch.len(p), {after})
        z = torch.layer_norm(y, [{width}], p[n], p[torch.add(n, 1)], {eps})
        return {projected}
      def hidden(self, p: List[Tensor], ids: Tensor) -> Tensor:
        n = torch.sub(torch.len(p), {after})
        return torch.layer_norm((self).tokens(p, ids), [{width}], p[n], p[torch.add(n, 1)], {eps})
      """;

  private final TorchScript script;

  TextScript(NDManager manager, TextArchitecture architecture, Activation activation) {
    TransformerShape shape = architecture.transformer();
    boolean projected = architecture.projected();
    String source =
        SOURCE
            .replace("{after}", projected ? "3" : "2")
            .replace("{projected}", projected ? "torch.matmul(z, p[torch.add(n, 2)])" : "z");
    script =
        TorchScript.compile(
            manager,
            "ClipText",
            TransformerScript.blocks(shape, activation, true)
                + TransformerScript.fill(source, shape));
  }

  /** Computes embeddings [rows, d]. */
  NDArray embed(NDManager manager, List<NDArray> parameters, TokenBatch batch) {
    NDArray ends = manager.create(batch.ends());
    return script.call(manager, "embed", parameters, ids(manager, batch), ends).singletonOrThrow();
  }

  /** Computes the states of all tokens after the final norm, [rows, length, width]. */
  NDArray hidden(NDManager manager, List<NDArray> parameters, TokenBatch batch) {
    return script.call(manager, "hidden", parameters, ids(manager, batch)).singletonOrThrow();
  }

  private static NDArray ids(NDManager manager, TokenBatch batch) {
    return manager.create(batch.ids(), new Shape(batch.rows(), batch.length()));
  }

  @Override
  public void close() {
    script.close();
  }
}

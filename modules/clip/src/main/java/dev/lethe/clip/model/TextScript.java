package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.EndStates;
import dev.lethe.api.model.Precision;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.clip.text.IdMatrix;
import dev.lethe.clip.text.TokenTree;
import dev.lethe.tensor.TorchScript;
import java.util.Arrays;
import java.util.List;

/**
 * The text tower's computation; its parameters are lists in the order of {@link ParameterSpecs}.
 */
final class TextScript implements AutoCloseable {
  /**
   * Everything but attention treats each token by itself and so is computed once for each node of a
   * tree. Of the last block only the states of the texts' ends are wanted, so what follows its
   * attention is computed for those alone. Rows are taken by {@code embedding}, whose gradient is
   * the quickest and always adds in the same order.
   */
  private static final String SOURCE =
      """
      def read(self, qkv: Tensor, readings: List[Tensor]) -> Tensor:
        states = annotate(List[Tensor], [])
        for i in range(torch.len(readings)):
          a = (self).attention(torch.embedding(qkv, readings[i]))
          _0 = torch.append(states, torch.reshape(a, [-1, {width}]))
        return torch.cat(states)
      def embed(self, p: List[Tensor], ids: Tensor, positions: Tensor, readings: List[Tensor], \
      picks: Tensor, ends: Tensor, end_picks: Tensor) -> Tensor:
        x = torch.add(torch.embedding(p[0], ids), torch.embedding(p[1], positions))
        for i in range({last}):
          o = torch.add(2, torch.mul(i, 12))
          a = (self).read((self).before(p, o, x), readings)
          x = (self).after(p, o, x, torch.embedding(a, picks))
        o = torch.add(2, torch.mul(12, {last}))
        a = (self).read((self).before(p, o, x), readings)
        y = (self).after(p, o, torch.embedding(x, ends), torch.embedding(a, end_picks))
        n = torch.sub(torch.len(p), {after})
        z = torch.layer_norm(y, [{width}], p[n], p[torch.add(n, 1)], {eps})
        return {projected}
      def hidden(self, p: List[Tensor], ids: Tensor) -> Tensor:
        e = torch.embedding(p[0], ids)
        x = torch.add(e, torch.slice(p[1], 0, 0, torch.size(ids, 1)))
        y = (self).blocks(p, 2, {read}, x)
        n = torch.sub(torch.len(p), {after})
        return {states}
      def mlp(self, p: List[Tensor], ids: Tensor, ends: Tensor, block: int) -> List[Tensor]:
        e = torch.embedding(p[0], ids)
        x = torch.add(e, torch.slice(p[1], 0, 0, torch.size(ids, 1)))
        y = (self).blocks(p, 2, block, x)
        o = torch.add(2, torch.mul(block, 12))
        a = (self).attention((self).before(p, o, y))
        s = torch.embedding(torch.reshape(y, [-1, {width}]), ends)
        x1 = (self).attended(p, o, s, torch.embedding(torch.reshape(a, [-1, {width}]), ends))
        f = (self).activated(p, o, x1)
        return [(self).wide(f), (self).added(p, o, x1, f)]
      """;

  private static final String NORMED =
      "torch.layer_norm(y, [{width}], p[n], p[torch.add(n, 1)], {eps})";

  private final TorchScript script;

  TextScript(
      NDManager manager,
      TextArchitecture architecture,
      Activation activation,
      Precision precision) {
    TransformerShape shape = architecture.transformer();
    boolean projected = architecture.projected();
    int read = shape.layers() - architecture.unread();
    String source =
        SOURCE
            .replace("{after}", projected ? "3" : "2")
            .replace("{read}", Integer.toString(read))
            .replace("{states}", architecture.unread() > 0 ? "y" : NORMED)
            .replace("{projected}", projected ? "torch.matmul(z, p[torch.add(n, 2)])" : "z");
    script =
        TorchScript.compile(
            manager,
            "ClipText",
            TransformerScript.blocks(shape, activation, true, TokenProducts.PLAIN, precision)
                + TransformerScript.fill(source, shape));
  }

  /** Computes embeddings [texts of the tree, d]. */
  NDArray embed(NDManager manager, List<NDArray> parameters, TokenTree tree) {
    return script
        .call(
            manager,
            "embed",
            parameters,
            manager.create(tree.ids()),
            manager.create(tree.positions()),
            tree.readings().stream().map(reading -> array(manager, reading)).toList(),
            manager.create(tree.picks()),
            manager.create(tree.ends()),
            manager.create(tree.endPicks()))
        .singletonOrThrow();
  }

  /** Computes the states of all tokens that are read from outside, [rows, length, width]. */
  NDArray hidden(NDManager manager, List<NDArray> parameters, IdMatrix texts) {
    return script.call(manager, "hidden", parameters, array(manager, texts)).singletonOrThrow();
  }

  /**
   * Computes, at the end of each text and without gradients, what the second matrix of a block's
   * MLP reads and the state after the block.
   */
  EndStates mlp(NDManager manager, List<NDArray> parameters, List<int[]> texts, int block) {
    IdMatrix ids = IdMatrix.of(texts);
    long[] ends = new long[texts.size()];
    Arrays.setAll(ends, text -> (long) text * ids.length() + texts.get(text).length - 1);
    NDList states =
        script.run(manager, "mlp", parameters, array(manager, ids), manager.create(ends), block);
    return new EndStates(states.get(0), states.get(1));
  }

  private static NDArray array(NDManager manager, IdMatrix matrix) {
    return manager.create(matrix.ids(), new Shape(matrix.rows(), matrix.length()));
  }

  @Override
  public void close() {
    script.close();
  }
}

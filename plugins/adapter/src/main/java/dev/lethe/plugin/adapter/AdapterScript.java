package dev.lethe.plugin.adapter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.tensor.TorchScript;
import java.util.List;

/**
 * A text tower with adapters: pre-norm blocks with causal attention (Radford et al., "Learning
 * Transferable Visual Models From Natural Language Supervision", section 2.4), in which {@code
 * adapt} changes what attention and the MLP give before it is added to the stream.
 */
final class AdapterScript implements AutoCloseable {
  private static final String SOURCE =
      """
      def adapt(self, a: List[Tensor], o: int, h: Tensor) -> Tensor:
        z = torch.gelu(torch.linear(h, a[o], a[torch.add(o, 1)]))
        return torch.add(h, torch.linear(z, a[torch.add(o, 2)], a[torch.add(o, 3)]))
      def split(self, x: Tensor) -> Tensor:
        h = torch.reshape(x, [torch.size(x, 0), torch.size(x, 1), {heads}, {head}])
        return torch.transpose(h, 1, 2)
      def attend(self, qkv: Tensor) -> Tensor:
        s = torch.chunk(qkv, 3, 2)
        q = torch.mul((self).split(s[0]), {scale})
        w = torch.matmul(q, torch.transpose((self).split(s[1]), 2, 3))
        later = torch.triu(torch.full_like(w, -1.0e+38), 1)
        y = torch.matmul(torch.softmax(torch.add(w, later), 3), (self).split(s[2]))
        return torch.reshape(torch.transpose(y, 1, 2), [torch.size(qkv, 0), torch.size(qkv, 1), {width}])
      def embed(self, p: List[Tensor], a: List[Tensor], ids: Tensor, ends: Tensor) -> Tensor:
        e = torch.embedding(p[0], ids)
        x = torch.add(e, torch.slice(p[1], 0, 0, torch.size(ids, 1)))
        for i in range({layers}):
          o = torch.add(2, torch.mul(i, 12))
          n = torch.mul(i, 8)
          h = torch.layer_norm(x, [{width}], p[o], p[torch.add(o, 1)], {eps})
          h1 = (self).attend(torch.linear(h, p[torch.add(o, 2)], p[torch.add(o, 3)]))
          h2 = torch.linear(h1, p[torch.add(o, 4)], p[torch.add(o, 5)])
          x1 = torch.add(x, (self).adapt(a, n, h2))
          g = torch.layer_norm(x1, [{width}], p[torch.add(o, 6)], p[torch.add(o, 7)], {eps})
          f = torch.linear(g, p[torch.add(o, 8)], p[torch.add(o, 9)])
          g1 = torch.linear({activation}, p[torch.add(o, 10)], p[torch.add(o, 11)])
          x = torch.add(x1, (self).adapt(a, torch.add(n, 4), g1))
        y = torch.embedding(torch.reshape(x, [-1, {width}]), ends)
        l = torch.sub(torch.len(p), 3)
        z = torch.layer_norm(y, [{width}], p[l], p[torch.add(l, 1)], {eps})
        return torch.matmul(z, p[torch.add(l, 2)])
      """;

  private final TorchScript script;

  AdapterScript(NDManager manager, AdaptedShape shape) {
    TransformerShape blocks = shape.transformer();
    int head = blocks.width() / blocks.heads();
    String activation =
        switch (shape.activation()) {
          case GELU -> "torch.gelu(f)";
          case QUICK_GELU -> "torch.mul(f, torch.sigmoid(torch.mul(f, 1.702)))";
        };
    script =
        TorchScript.compile(
            manager,
            "TextAdapter",
            SOURCE
                .replace("{width}", Integer.toString(blocks.width()))
                .replace("{layers}", Integer.toString(blocks.layers()))
                .replace("{heads}", Integer.toString(blocks.heads()))
                .replace("{head}", Integer.toString(head))
                .replace("{scale}", Double.toString(1 / Math.sqrt(head)))
                .replace("{eps}", "1.0000000000000001e-05")
                .replace("{activation}", activation));
  }

  /**
   * Computes embeddings [n, d]; differentiable. What follows the end of a text cannot change its
   * embedding, so that texts are filled up with anything.
   *
   * @param tower the parameters of the tower, in the order of its architecture
   * @param texts from the start token to the end token
   */
  NDArray embed(NDManager manager, ParameterSet tower, ParameterSet adapters, List<int[]> texts) {
    int length = texts.stream().mapToInt(text -> text.length).max().orElseThrow();
    long[] ids = new long[texts.size() * length];
    long[] ends = new long[texts.size()];
    for (int row = 0; row < ends.length; row++) {
      int[] text = texts.get(row);
      for (int i = 0; i < text.length; i++) {
        ids[row * length + i] = text[i];
      }
      ends[row] = (long) row * length + text.length - 1;
    }
    return script
        .call(
            manager,
            "embed",
            tower.arrays(),
            adapters.arrays(),
            manager.create(ids, new Shape(ends.length, length)),
            manager.create(ends))
        .singletonOrThrow();
  }

  @Override
  public void close() {
    script.close();
  }
}

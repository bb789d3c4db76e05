package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.tensor.TorchScript;
import java.util.List;

/** Moves rows and whole tensors. */
final class RowScript implements AutoCloseable {
  private static final String SOURCE =
      """
      def take(self, parts: List[Tensor], rows: Tensor) -> Tensor:
        return torch.index_select(torch.cat(parts), 0, rows)
      def put(self, target: Tensor, rows: Tensor, values: Tensor) -> Tensor:
        return torch.index_copy_(target, 0, rows, values)
      def copy(self, target: List[Tensor], source: List[Tensor]) -> int:
        torch._foreach_copy_(target, source)
        return 0
      """;

  private final TorchScript script;

  RowScript(NDManager manager) {
    script = TorchScript.compile(manager, "Rows", SOURCE);
  }

  /** Puts parts one after another and takes rows of them, in the given order; differentiable. */
  NDArray take(NDManager manager, List<NDArray> parts, long[] rows) {
    return script.call(manager, "take", parts, manager.create(rows)).singletonOrThrow();
  }

  /** Overwrites rows of a tensor. */
  void put(NDManager scratch, NDArray target, long[] rows, NDArray values) {
    script.run(scratch, "put", target, scratch.create(rows), values);
  }

  /** Overwrites tensors. */
  void copy(NDManager scratch, List<NDArray> target, List<NDArray> source) {
    script.run(scratch, "copy", target, source);
  }

  @Override
  public void close() {
    script.close();
  }
}

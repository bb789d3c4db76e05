package dev.lethe.demo.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ImageEncoder;
import dev.lethe.demo.world.TrainingSet;
import dev.lethe.tensor.TorchScript;
import java.util.stream.IntStream;

/** All training pictures, prepared for the image tower. */
final class Pictures {
  private static final String SOURCE =
      """
      def rows(self, pictures: Tensor, index: Tensor) -> Tensor:
        return torch.index_select(pictures, 0, index)
      """;

  private final TorchScript script;
  private final NDArray prepared;

  /** Prepares the pictures; {@code manager} owns them. */
  Pictures(NDManager manager, TrainingSet training, ImageEncoder encoder) {
    script = TorchScript.compile(manager, "Pictures", SOURCE);
    prepared =
        encoder.preprocess(
            manager, IntStream.range(0, training.size()).mapToObj(training::picture).toList());
  }

  /** Returns the pictures of these indices, [n, 3, height, width]. */
  NDArray rows(NDManager owner, long[] indices) {
    return script.run(owner, "rows", prepared, owner.create(indices)).singletonOrThrow();
  }
}

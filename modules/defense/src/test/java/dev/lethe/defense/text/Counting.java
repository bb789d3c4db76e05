package dev.lethe.defense.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ForwardingTrainableEncoder;
import dev.lethe.api.model.TrainableEncoder;
import java.util.List;

/** Notes how many different prefixes each batch has. */
final class Counting extends ForwardingTrainableEncoder<List<int[]>> {
  private final List<Integer> prefixes;

  Counting(TrainableEncoder<List<int[]>> encoder, List<Integer> prefixes) {
    super(encoder);
    this.prefixes = prefixes;
  }

  @Override
  public NDArray forward(NDManager manager, List<int[]> batch) {
    prefixes.add(SharedPrefixes.count(batch));
    return super.forward(manager, batch);
  }
}

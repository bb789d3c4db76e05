package dev.lethe.defense.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.Encoder;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.TrainableEncoder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Notes how many different beginnings each batch has, of one token and more. */
record Counting(TrainableEncoder<List<int[]>> encoder, List<Integer> beginnings)
    implements TrainableEncoder<List<int[]>> {

  @Override
  public NDArray forward(NDManager manager, List<int[]> batch) {
    Set<List<Integer>> different = new HashSet<>();
    for (int[] text : batch) {
      List<Integer> tokens = Arrays.stream(text).boxed().toList();
      for (int length = 1; length <= text.length; length++) {
        different.add(tokens.subList(0, length));
      }
    }
    beginnings.add(different.size());
    return encoder.forward(manager, batch);
  }

  @Override
  public ParameterSet parameters() {
    return encoder.parameters();
  }

  @Override
  public ParameterSet restrict(ParameterSet full) {
    return encoder.restrict(full);
  }

  @Override
  public void commit(Encoder<List<int[]>> target) {
    encoder.commit(target);
  }

  @Override
  public void close() {
    encoder.close();
  }
}

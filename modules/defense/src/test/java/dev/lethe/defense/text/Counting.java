package dev.lethe.defense.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.Encoder;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.TrainableEncoder;
import java.util.List;

/** Notes how many different prefixes each batch has. */
record Counting(TrainableEncoder<List<int[]>> encoder, List<Integer> prefixes)
    implements TrainableEncoder<List<int[]>> {

  @Override
  public NDArray forward(NDManager manager, List<int[]> batch) {
    prefixes.add(SharedPrefixes.count(batch));
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

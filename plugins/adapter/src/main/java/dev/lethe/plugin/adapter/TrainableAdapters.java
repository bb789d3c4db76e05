package dev.lethe.plugin.adapter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.Encoder;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.TrainableEncoder;
import java.util.List;

/** A text tower of which the adapters are trained, and nothing else. */
final class TrainableAdapters implements TrainableEncoder<List<int[]>> {
  private final ParameterSet tower;
  private final Adapters adapters;
  private final AdapterScript script;

  /**
   * Opens a tower.
   *
   * @param tower its parameters, which stay as they are
   * @param adapters closed with this
   */
  TrainableAdapters(ParameterSet tower, Adapters adapters, AdapterScript script) {
    this.tower = tower;
    this.adapters = adapters;
    this.script = script;
  }

  @Override
  public ParameterSet parameters() {
    return adapters.parameters();
  }

  @Override
  public ParameterSet restrict(ParameterSet full) {
    return full.where(info -> parameters().has(info.name()));
  }

  @Override
  public NDArray forward(NDManager manager, List<int[]> batch) {
    return script.embed(manager, tower, adapters.parameters(), batch);
  }

  @Override
  public void commit(Encoder<List<int[]>> encoder) {
    ParameterSet target = encoder.parameters();
    for (Parameter trained : parameters()) {
      trained.value().copyTo(target.get(trained.info().name()));
    }
  }

  @Override
  public void close() {
    adapters.close();
  }
}

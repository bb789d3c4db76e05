package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.TrainableEncoder;

/** The image tower opened for training: a copy of all its parameters. */
final class TrainableImage implements TrainableEncoder<NDArray> {
  private final NDManager manager;
  private final ImageTower encoder;
  private final RowScript rows;
  private final ParameterSet parameters;

  TrainableImage(NDManager manager, ImageTower encoder) {
    this.manager = manager;
    this.encoder = encoder;
    rows = new RowScript(manager);
    parameters =
        new ParameterSet(
            encoder.parameters().list().stream()
                .map(p -> new Parameter(p.info(), Weights.copy(manager, p.value())))
                .toList());
  }

  @Override
  public ParameterSet parameters() {
    return parameters;
  }

  @Override
  public ParameterSet restrict(ParameterSet full) {
    return full;
  }

  @Override
  public NDArray forward(NDManager owner, NDArray batch) {
    return encoder.forward(owner, parameters, batch);
  }

  @Override
  public void commit() {
    try (NDManager scratch = manager.newSubManager()) {
      rows.copy(scratch, encoder.parameters().arrays(), parameters.arrays());
    }
  }

  @Override
  public void close() {
    rows.close();
    manager.close();
  }
}

package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.Encoder;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.TrainableEncoder;

/**
 * The image tower opened for training: a copy of all its parameters, its statistics as they are.
 */
final class TrainableImage implements TrainableEncoder<NDArray> {
  private final NDManager manager;
  private final ImageTower encoder;
  private final RowScript rows;
  private final ParameterSet whole;
  private final ParameterSet parameters;

  TrainableImage(NDManager manager, ImageTower encoder) {
    this.manager = manager;
    this.encoder = encoder;
    rows = new RowScript(manager);
    whole =
        new ParameterSet(
            encoder.parameters().list().stream()
                .map(p -> p.info().role().trainable() ? copy(p) : p)
                .toList());
    parameters = restrict(whole);
  }

  @Override
  public ParameterSet parameters() {
    return parameters;
  }

  @Override
  public ParameterSet restrict(ParameterSet full) {
    return full.where(info -> info.role().trainable());
  }

  @Override
  public NDArray forward(NDManager owner, NDArray batch) {
    return encoder.forward(owner, whole, batch);
  }

  @Override
  public void commit(Encoder<NDArray> target) {
    try (NDManager scratch = manager.newSubManager()) {
      rows.copy(scratch, restrict(target.parameters()).arrays(), parameters.arrays());
    }
  }

  @Override
  public void close() {
    rows.close();
    manager.close();
  }

  private Parameter copy(Parameter parameter) {
    return new Parameter(parameter.info(), Weights.copy(manager, parameter.value()));
  }
}

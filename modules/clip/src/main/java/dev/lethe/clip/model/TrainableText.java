package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.Encoder;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.tensor.Autograd;
import java.util.List;

/** The text tower opened for training, with those rows of its token embedding that occur. */
final class TrainableText implements TrainableEncoder<List<int[]>> {
  private final NDManager manager;
  private final List<ParameterSpec> slots;
  private final Vocabulary vocabulary;
  private final RowScript rows;
  private final TextReading reading;
  private final ParameterSet parameters;

  TrainableText(
      NDManager manager,
      ParameterSet encoder,
      List<ParameterSpec> slots,
      Vocabulary vocabulary,
      RowScript rows,
      TextReading reading) {
    this.manager = manager;
    this.slots = slots;
    this.vocabulary = vocabulary;
    this.rows = rows;
    this.reading = reading;
    parameters =
        new ParameterSet(
            encoder.list().stream()
                .map(
                    p ->
                        new Parameter(
                            p.info(),
                            compacted(p) ? occurring(p) : Weights.copy(manager, p.value())))
                .toList());
  }

  @Override
  public ParameterSet parameters() {
    return parameters;
  }

  @Override
  public ParameterSet restrict(ParameterSet full) {
    return new ParameterSet(
        full.list().stream()
            .map(p -> compacted(p) ? new Parameter(p.info(), occurring(p)) : p)
            .toList());
  }

  @Override
  public NDArray forward(NDManager owner, List<int[]> batch) {
    List<int[]> texts =
        batch.stream().map(text -> vocabulary.compact(reading.prepare(text))).toList();
    return reading.read(owner, Weights.ordered(slots, parameters), texts);
  }

  @Override
  public void commit(Encoder<List<int[]>> target) {
    try (NDManager scratch = manager.newSubManager()) {
      for (Parameter trained : parameters) {
        NDArray value = target.parameters().get(trained.info().name());
        if (compacted(trained)) {
          rows.put(scratch, value, vocabulary.ids(), trained.value());
        } else {
          rows.copy(scratch, List.of(value), List.of(trained.value()));
        }
      }
    }
  }

  @Override
  public void close() {
    manager.close();
  }

  private static boolean compacted(Parameter parameter) {
    return parameter.info().role() == ParameterRole.TOKEN_EMBEDDING;
  }

  private NDArray occurring(Parameter embedding) {
    return Autograd.withoutGradients(
        () -> rows.take(manager, List.of(embedding.value()), vocabulary.ids()));
  }
}

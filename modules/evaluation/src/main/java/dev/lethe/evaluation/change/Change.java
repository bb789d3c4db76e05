package dev.lethe.evaluation.change;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.evaluation.EvaluationTask;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares the values of all parameters with the original's. */
@Summary("Counts the parameters, and the bytes of the tensors, that a defense changed.")
public final class Change implements Evaluation {
  private static final Metric PARAMETERS =
      new Metric(
          "change.parameters",
          Unit.COUNT,
          Direction.LOWER,
          Role.CHANGE,
          "Parameters whose value is another than the original's.");

  private static final Metric BYTES =
      new Metric(
          "change.bytes",
          Unit.BYTES,
          Direction.LOWER,
          Role.CHANGE,
          "The size of the tensors in which a value is another, which is what has to be shipped.");

  @Inject
  Change() {}

  @Override
  public Requirements requires() {
    return Requirements.of(Model.class);
  }

  @Override
  public List<MetricValue> evaluate(Model model, EvaluationTask task) {
    if (!task.defended()) {
      return List.of();
    }
    Map<String, NDArray> originals = new HashMap<>();
    task.original().parameters().forEach(each -> originals.put(each.info().name(), each.value()));
    long parameters = 0;
    long bytes = 0;
    for (Parameter parameter : model.parameters()) {
      NDArray value = parameter.value();
      NDArray original = originals.get(parameter.info().name());
      long changed = original == null ? value.size() : different(value, original);
      parameters += changed;
      bytes += changed == 0 ? 0 : value.size() * value.getDataType().getNumOfBytes();
    }
    return List.of(MetricValue.of(PARAMETERS, parameters), MetricValue.of(BYTES, bytes));
  }

  private static long different(NDArray one, NDArray other) {
    if (!one.getShape().equals(other.getShape())) {
      return one.size();
    }
    // the arrays of a model belong to it: what is computed from them is closed one by one
    try (NDArray different = one.neq(other);
        NDArray counted = different.toType(DataType.INT64, false);
        NDArray sum = counted.sum()) {
      return sum.getLong();
    }
  }
}

package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.EndStates;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.tensor.Autograd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads what a matrix of the text tower is given, and gives, at the end of each text.
 *
 * @param mostTokens of the texts that are read at a time, unless one has more
 */
record EndReading(
    TextScript script,
    RowScript rows,
    TextForward forward,
    List<ParameterSpec> slots,
    int mostTokens) {

  /**
   * Reads one matrix.
   *
   * @param owner owns the result
   * @param texts trimmed
   * @throws IllegalArgumentException if it is not of a kind that is read
   */
  EndStates of(NDManager owner, ParameterSet parameters, String matrix, List<int[]> texts) {
    Parameter parameter =
        EndStates.matrices(parameters).list().stream()
            .filter(each -> each.info().name().equals(matrix))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no second matrix of an MLP and no projection is named " + matrix));
    try (NDManager scratch = owner.newSubManager()) {
      EndStates states =
          Autograd.withoutGradients(
              () ->
                  parameter.info().role() == ParameterRole.PROJECTION
                      ? projection(scratch, parameters, parameter, texts)
                      : mlp(scratch, parameters, parameter.info(), texts));
      states.inputs().attach(owner);
      states.results().attach(owner);
      return states;
    }
  }

  /** With the unit matrix instead of the projection, what is embedded is what that reads. */
  private EndStates projection(
      NDManager scratch, ParameterSet parameters, Parameter projection, List<int[]> texts) {
    int width = (int) projection.value().getShape().get(0);
    NDArray unit = scratch.eye(width);
    ParameterSet bare =
        new ParameterSet(
            parameters.list().stream()
                .map(each -> each == projection ? new Parameter(each.info(), unit) : each)
                .toList());
    NDArray inputs =
        forward.encode(scratch, Weights.ordered(slots, bare), texts, width, done -> {});
    return new EndStates(inputs, inputs.matMul(projection.value()));
  }

  private EndStates mlp(
      NDManager scratch, ParameterSet parameters, ParameterInfo matrix, List<int[]> texts) {
    List<NDArray> ordered = Weights.ordered(slots, parameters);
    List<NDArray> inputs = new ArrayList<>();
    List<NDArray> results = new ArrayList<>();
    for (List<int[]> part : parts(texts)) {
      EndStates states = script.mlp(scratch, ordered, part, matrix.layer());
      inputs.add(states.inputs());
      results.add(states.results());
    }
    long[] all = new long[texts.size()];
    Arrays.setAll(all, row -> row);
    return new EndStates(rows.take(scratch, inputs, all), rows.take(scratch, results, all));
  }

  private List<List<int[]>> parts(List<int[]> texts) {
    List<List<int[]>> parts = new ArrayList<>();
    int from = 0;
    int longest = 0;
    for (int to = 0; to < texts.size(); to++) {
      longest = Math.max(longest, texts.get(to).length);
      if (to > from && (to + 1 - from) * longest > mostTokens) {
        parts.add(texts.subList(from, to));
        from = to;
        longest = texts.get(to).length;
      }
    }
    parts.add(texts.subList(from, texts.size()));
    return parts;
  }
}

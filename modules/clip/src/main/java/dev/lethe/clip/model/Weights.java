package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.tensor.Autograd;
import java.util.List;

/** The parameters of one architecture, with values. */
final class Weights {
  private Weights() {}

  /** Fills an architecture with values. */
  static ParameterSet fill(NDManager owner, List<ParameterSpec> slots, WeightSource source) {
    return new ParameterSet(
        slots.stream()
            .map(slot -> new Parameter(slot.info(), source.values(owner, slot)))
            .toList());
  }

  /** Lists the arrays of a set as a script reads them. */
  static List<NDArray> ordered(List<ParameterSpec> slots, ParameterSet parameters) {
    return slots.stream().map(slot -> parameters.get(slot.info().name())).toList();
  }

  /** Copies an array, without its gradient. */
  static NDArray copy(NDManager owner, NDArray array) {
    NDArray copy = Autograd.withoutGradients(array::duplicate);
    copy.attach(owner);
    return copy;
  }
}

package dev.lethe.api.model;

import ai.djl.ndarray.NDArray;

/**
 * What a matrix W of a text tower reads and what comes of it, at the token whose state becomes a
 * text's embedding. If W changes by D and nothing before it does, the results change by the inputs
 * times D.
 *
 * @param inputs x of each text [n, in]
 * @param results what W's product is added up to [n, out]: the state after the block where W is the
 *     second matrix of an MLP, the embedding where it is the projection
 */
public record EndStates(NDArray inputs, NDArray results) {

  /** Returns the matrices W among the parameters of a text tower, in their order. */
  public static ParameterSet matrices(ParameterSet tower) {
    return new ParameterSet(tower.list().stream().filter(EndStates::isMatrix).toList());
  }

  private static boolean isMatrix(Parameter parameter) {
    ParameterRole role = parameter.info().role();
    return (role == ParameterRole.MLP_OUTPUT || role == ParameterRole.PROJECTION)
        && parameter.value().getShape().dimension() == 2;
  }
}

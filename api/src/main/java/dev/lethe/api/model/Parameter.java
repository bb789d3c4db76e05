package dev.lethe.api.model;

import ai.djl.ndarray.NDArray;

/**
 * A named tensor of a model.
 *
 * @param info what it is
 * @param value its values; owned by whoever owns the model or the {@link TrainableEncoder}
 */
public record Parameter(ParameterInfo info, NDArray value) {}

package dev.lethe.clip.model;

import ai.djl.ndarray.types.Shape;
import dev.lethe.api.model.ParameterInfo;

/**
 * A parameter that an architecture has, without values.
 *
 * @param info its name and role
 * @param shape its dimensions
 */
public record ParameterSpec(ParameterInfo info, Shape shape) {}

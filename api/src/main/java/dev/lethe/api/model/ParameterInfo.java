package dev.lethe.api.model;

/**
 * What a strategy must know to freeze, regularize or split a parameter.
 *
 * @param name unique within the model, as OpenCLIP names it: {@code
 *     transformer.resblocks.0.attn.in_proj_weight}
 * @param component the part of the model that it belongs to
 * @param layer the index of its block from 0, or -1 outside the blocks
 * @param role what it does
 * @param fused how many equal parts are stacked along the first dimension: 3 where query, key and
 *     value are one tensor, else 1
 */
public record ParameterInfo(
    String name, Component component, int layer, ParameterRole role, int fused) {}

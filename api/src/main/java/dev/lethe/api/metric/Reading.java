package dev.lethe.api.metric;

import org.jspecify.annotations.Nullable;

/**
 * One metric before and after.
 *
 * @param metric what it means
 * @param before on the original, finite, or null
 * @param after on the defended model, finite, or null
 * @param beforeInterval its 95 % interval, or null
 * @param afterInterval its 95 % interval, or null
 */
public record Reading(
    Metric metric,
    @Nullable Double before,
    @Nullable Double after,
    @Nullable Interval beforeInterval,
    @Nullable Interval afterInterval) {}

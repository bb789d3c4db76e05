package dev.lethe.suite;

import dev.lethe.engine.Needs;
import org.jspecify.annotations.Nullable;

/**
 * A trial, and what it will need.
 *
 * @param trial it
 * @param needs of it, as planned for one of those that differ in their seeds alone
 * @param doubt why that is not known, or null
 */
public record PlannedTrial(TrialProgress trial, Needs needs, @Nullable String doubt) {}

package dev.lethe.suite;

import dev.lethe.engine.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * A trial and how far it is.
 *
 * @param trial what it is
 * @param state what became of it
 * @param status what it tells of itself, or null while it does not run
 */
public record TrialProgress(Trial trial, TrialState state, @Nullable RunStatus status) {}

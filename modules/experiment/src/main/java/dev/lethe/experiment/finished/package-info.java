/** Runs that have finished: their reports as files, what is there of them, what depends on them. */
@NullMarked
package dev.lethe.experiment.finished;

import org.jspecify.annotations.NullMarked;

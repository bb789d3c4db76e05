/**
 * Lethe's side of the comparisons: processes that do real work, a repetition whenever the driver
 * tells them to, and say how long it took.
 */
@NullMarked
package dev.lethe.benchmark;

import org.jspecify.annotations.NullMarked;

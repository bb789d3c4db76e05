/** Tests of Lethe's side of the comparisons. */
@NullMarked
package dev.lethe.benchmark;

import org.jspecify.annotations.NullMarked;

/** Starts the trials of a suite, follows them, and goes on where it was stopped. */
@NullMarked
package dev.lethe.suite.run;

import org.jspecify.annotations.NullMarked;

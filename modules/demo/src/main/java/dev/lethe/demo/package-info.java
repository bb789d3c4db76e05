/** The demo: makes a world, trains a model on it, and runs an experiment with both. */
@NullMarked
package dev.lethe.demo;

import org.jspecify.annotations.NullMarked;

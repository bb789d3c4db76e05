/** Trains a small CLIP from scratch on the demo world. */
@NullMarked
package dev.lethe.demo.training;

import org.jspecify.annotations.NullMarked;

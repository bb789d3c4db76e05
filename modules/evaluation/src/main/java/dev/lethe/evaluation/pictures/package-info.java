/** The ordinary pictures that evaluations measure with. */
@NullMarked
package dev.lethe.evaluation.pictures;

import org.jspecify.annotations.NullMarked;

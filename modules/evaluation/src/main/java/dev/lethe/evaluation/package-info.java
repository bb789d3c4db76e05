/** The bundle's door: the evaluations it offers, by name. */
@NullMarked
package dev.lethe.evaluation;

import org.jspecify.annotations.NullMarked;

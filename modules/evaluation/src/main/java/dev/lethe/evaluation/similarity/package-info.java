/** Whether names became neutral, and other texts stayed as they were. */
@NullMarked
package dev.lethe.evaluation.similarity;

import org.jspecify.annotations.NullMarked;

/** How much of the model a defense changed. */
@NullMarked
package dev.lethe.evaluation.change;

import org.jspecify.annotations.NullMarked;

/** Whether faces can still be told apart by what the image tower makes of photographs. */
@NullMarked
package dev.lethe.evaluation.faceleak;

import org.jspecify.annotations.NullMarked;
